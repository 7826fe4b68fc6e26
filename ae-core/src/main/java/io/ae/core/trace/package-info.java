/** From a network to a program: the functions every model has, and its phases of training. */
@NullMarked
package io.ae.core.trace;

import org.jspecify.annotations.NullMarked;
