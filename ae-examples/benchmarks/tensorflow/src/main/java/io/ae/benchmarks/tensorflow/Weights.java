package io.ae.benchmarks.tensorflow;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** The parameters of a network, whether variables or constants. */
@FunctionalInterface
interface Weights {
  /**
   * Returns a parameter in TensorFlow's layout.
   *
   * @param name of the item's tensor
   */
  Operand<TFloat32> get(String name);
}
