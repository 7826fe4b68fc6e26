/** Tests of written loops. */
@NullMarked
package io.ae.cpu.loop;

import org.jspecify.annotations.NullMarked;
