/** Measures: reconstruction errors, their strangest rows, and how the units of a code behave. */
@NullMarked
package io.ae.core.metric;

import org.jspecify.annotations.NullMarked;
