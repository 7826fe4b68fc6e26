/**
 * The work items in libtorch through its JavaCPP presets: tensors with autograd, ATen's fused
 * updates, one {@link org.bytedeco.javacpp.PointerScope} a step so that native memory does not pile
 * up.
 */
@NullMarked
package io.ae.benchmarks.libtorch;

import org.jspecify.annotations.NullMarked;
