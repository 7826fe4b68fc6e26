package io.ae.benchmarks.tensorflow;

import io.ae.benchmarks.common.Tensor;
import io.ae.benchmarks.common.WorkItem;
import java.util.HashMap;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The parameters of a frozen graph. */
final class Constants implements Weights {
  private final Map<String, Operand<TFloat32>> byName = new HashMap<>();

  /**
   * @param tf adds to the graph
   * @param item its tensors become constants
   * @param weights values by the tensors' names
   */
  Constants(Ops tf, WorkItem item, Map<String, float[]> weights) {
    for (Tensor tensor : item.tensors()) {
      Kernel kernel = Kernel.of(tensor, weights);
      byName.put(tensor.name(), tf.constant(kernel.shape(), DataBuffers.of(kernel.values())));
    }
  }

  @Override
  public Operand<TFloat32> get(String name) {
    Operand<TFloat32> constant = byName.get(name);
    if (constant == null) {
      throw new IllegalArgumentException("no parameter '" + name + "' among " + byName.keySet());
    }
    return constant;
  }
}
