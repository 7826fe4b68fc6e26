package io.ae.benchmarks.common;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** The weights every system starts from: equal for equal tensors, whatever the item or the JVM. */
public final class InitialWeights {
  private static final long SEED = 20_260_101;

  private InitialWeights() {}

  /** Returns the values of each of the item's tensors, row-major, by name in canonical order. */
  public static Map<String, float[]> of(WorkItem item) {
    Map<String, float[]> weights = new LinkedHashMap<>();
    item.tensors().forEach(t -> weights.put(t.name(), values(t)));
    return weights;
  }

  /** The name is the seed, so that a stacked item's frozen layers are those of the item below. */
  private static float[] values(Tensor tensor) {
    float[] values = new float[tensor.size()];
    if (tensor.range() > 0) {
      SplittableRandom random = new SplittableRandom(SEED + tensor.name().hashCode());
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) ((2 * random.nextDouble() - 1) * tensor.range());
      }
    }
    return values;
  }
}
