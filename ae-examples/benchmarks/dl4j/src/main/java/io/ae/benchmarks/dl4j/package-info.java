/**
 * The work items in Deeplearning4j: a {@code MultiLayerNetwork} with the library's own layers; a
 * loss and an updater of ours where it has none of that definition.
 */
@NullMarked
package io.ae.benchmarks.dl4j;

import org.jspecify.annotations.NullMarked;
