/** Tests of training, on models of a few numbers. */
@NullMarked
package io.ae.core.train;

import org.jspecify.annotations.NullMarked;
