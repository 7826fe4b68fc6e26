/**
 * What every system of the benchmark shares: the work items, their data and first weights, what a
 * system implements, and the process that runs it. Depends on nothing but the JDK.
 */
@NullMarked
package io.ae.benchmarks.common;

import org.jspecify.annotations.NullMarked;
