package io.ae.benchmarks.dl4j;

import io.ae.benchmarks.common.Layer;
import io.ae.benchmarks.common.Tensor;
import io.ae.benchmarks.common.WorkItem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** First weights put into a network; its layouts are those of the work items. */
final class Weights {
  /** The variational layer's parameters and the item's. */
  static final Map<String, String> VARIATIONAL =
      Map.of(
          "0_e0W",
          "w1",
          "0_e0b",
          "b1",
          "0_pZXMeanW",
          "wm",
          "0_pZXMeanb",
          "bm",
          "0_pZXLogStd2W",
          "wv",
          "0_pZXLogStd2b",
          "bv",
          "0_d0W",
          "w2",
          "0_d0b",
          "b2",
          "0_pXZW",
          "w3",
          "0_pXZb",
          "b3");

  private Weights() {}

  /** Puts a chain's weights. */
  static void put(MultiLayerNetwork network, WorkItem item, Map<String, float[]> weights) {
    int index = 0;
    for (Layer layer : item.layers()) {
      List<Tensor> tensors = layer.tensors();
      if (!tensors.isEmpty()) {
        put(network, index + "_W", weights, tensors.get(0).name());
        put(network, index + "_b", weights, tensors.get(1).name());
      }
      index += Layers.of(layer).size();
    }
  }

  /**
   * Puts weights by name.
   *
   * @param names the network's names, and the item's for them
   */
  static void put(
      MultiLayerNetwork network, Map<String, String> names, Map<String, float[]> weights) {
    names.forEach((theirs, ours) -> put(network, theirs, weights, ours));
  }

  private static void put(
      MultiLayerNetwork network, String theirs, Map<String, float[]> weights, String ours) {
    INDArray parameter = network.getParam(theirs);
    float[] values = Objects.requireNonNull(weights.get(ours), ours);
    parameter.assign(Nd4j.createFromArray(values).reshape('c', parameter.shape()));
  }
}
