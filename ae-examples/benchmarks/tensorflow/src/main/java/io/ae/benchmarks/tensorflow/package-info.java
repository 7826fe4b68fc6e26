/**
 * The benchmark's work items in TensorFlow Java, graph mode: one {@code Session.run} a step.
 *
 * <p>What was tried for speed and what came of it stands in the module's README.
 */
@NullMarked
package io.ae.benchmarks.tensorflow;

import org.jspecify.annotations.NullMarked;
