/**
 * What the machine can do at most: products and memory traffic on all cores, in a process of its
 * own.
 */
@NullMarked
package io.ae.benchmarks.runner.machine;

import org.jspecify.annotations.NullMarked;
