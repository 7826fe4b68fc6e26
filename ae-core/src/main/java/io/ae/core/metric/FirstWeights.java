package io.ae.core.metric;

import io.ae.api.graph.Var;
import io.ae.api.model.Capability;
import io.ae.core.file.read.ModelFile;
import io.ae.core.file.read.Tensor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the units of a model's first layer look for: the weights that its encoder multiplies rows
 * by.
 *
 * @param filters {@code [H][D]}, one for each unit
 */
public record FirstWeights(float[][] filters) {
  /**
   * Returns the first parameter {@code [D, H]} that the encoder reads; null if it has none, such as
   * one that convolves.
   */
  public static @Nullable FirstWeights of(ModelFile file) {
    var encode = file.program().functions().get(Capability.ENCODE.function());
    int features = file.metadata().data().features();
    if (encode == null) {
      return null;
    }
    for (Var v : encode.reads()) {
      if (v.parameter() && v.shape().rank() == 2 && v.shape().dim(0) == features) {
        Tensor weight = file.weights().get(v.name());
        return weight == null ? null : new FirstWeights(columns(weight, features));
      }
    }
    return null;
  }

  private static float[][] columns(Tensor weight, int features) {
    int units = weight.shape().dim(1);
    float[][] filters = new float[units][features];
    for (int d = 0; d < features; d++) {
      for (int h = 0; h < units; h++) {
        filters[h][d] = (float) weight.real(d * units + h);
      }
    }
    return filters;
  }

  /**
   * Returns the units whose weights have the largest Euclidean norm, largest first.
   *
   * @param count at most so many
   */
  public int[] strongest(int count) {
    double[] squares = new double[filters.length];
    for (int h = 0; h < squares.length; h++) {
      for (float w : filters[h]) {
        squares[h] += (double) w * w;
      }
    }
    return IntStream.range(0, squares.length)
        .boxed()
        .sorted(Comparator.comparingDouble(h -> -squares[h]))
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FirstWeights f && Arrays.deepEquals(filters, f.filters);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(filters);
  }

  @Override
  public String toString() {
    return "FirstWeights[" + filters.length + " units]";
  }
}
