/** The benchmark's own system: the work items as networks on the graph, run as the trainer does. */
@NullMarked
package io.ae.benchmarks.ae;

import org.jspecify.annotations.NullMarked;
