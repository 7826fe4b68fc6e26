/** Tests of the benchmark's networks, on the {@code java} backend and small sizes. */
@NullMarked
package io.ae.benchmarks.ae;

import org.jspecify.annotations.NullMarked;
