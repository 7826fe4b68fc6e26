package io.ae.benchmarks.common;

import java.util.List;

/**
 * A parameter tensor, row-major.
 *
 * @param name its name, unique in the work item
 * @param shape {@code [in, out]} of a dense layer, {@code [out, in, ky, kx]} of a convolution,
 *     {@code [in, out, ky, kx]} of a transposed one, {@code [out]} of a bias
 * @param range half the width of the interval its first values are drawn from; 0 for zeros
 */
public record Tensor(String name, List<Integer> shape, double range) {
  /** Keeps a copy of the shape. */
  public Tensor {
    shape = List.copyOf(shape);
  }

  /** Returns a bias of zeros. */
  static Tensor bias(String name, int size) {
    return new Tensor(name, List.of(size), 0);
  }

  /** Returns the number of values. */
  public int size() {
    return shape.stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
  }
}
