/** The steps of a plan: one kernel, one class. */
@NullMarked
package io.ae.cpu.kernel;

import org.jspecify.annotations.NullMarked;
