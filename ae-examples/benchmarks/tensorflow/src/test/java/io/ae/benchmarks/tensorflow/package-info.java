@NullMarked
package io.ae.benchmarks.tensorflow;

import org.jspecify.annotations.NullMarked;
