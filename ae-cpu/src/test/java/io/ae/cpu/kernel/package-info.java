/** Tests of plain loops. */
@NullMarked
package io.ae.cpu.kernel;

import org.jspecify.annotations.NullMarked;
