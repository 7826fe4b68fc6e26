/** Tests of single kernels. */
@NullMarked
package io.ae.cpu.kernel;

import org.jspecify.annotations.NullMarked;
