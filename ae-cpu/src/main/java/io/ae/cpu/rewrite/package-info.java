/** Programs as the engine had better have them: the same results from other values. */
@NullMarked
package io.ae.cpu.rewrite;

import org.jspecify.annotations.NullMarked;
