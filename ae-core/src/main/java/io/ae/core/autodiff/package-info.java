/** Tracing formulas into functions, and gradients from graph to graph. */
@NullMarked
package io.ae.core.autodiff;

import org.jspecify.annotations.NullMarked;
