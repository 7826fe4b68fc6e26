/** Finds each system's best setting, measures all of them in turn, and judges the bars. */
@NullMarked
package io.ae.benchmarks.runner;

import org.jspecify.annotations.NullMarked;
