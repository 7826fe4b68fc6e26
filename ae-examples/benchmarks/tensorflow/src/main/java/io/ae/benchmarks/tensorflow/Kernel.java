package io.ae.benchmarks.tensorflow;

import io.ae.benchmarks.common.Tensor;
import java.util.List;
import java.util.Map;
import org.tensorflow.ndarray.Shape;

/**
 * First values of a tensor as TensorFlow wants them. The kernels of a convolution, {@code [out, in,
 * ky, kx]}, become {@code [ky, kx, in, out]}; those of a transposed one, {@code [in, out, ky, kx]},
 * become {@code [ky, kx, out, in]}; everything else stays as it is.
 *
 * @param shape TensorFlow's
 * @param values row-major
 */
record Kernel(Shape shape, float[] values) {
  private static final int KERNELS = 4;

  /**
   * Returns a tensor's first values.
   *
   * @param weights by the tensors' names
   */
  static Kernel of(Tensor tensor, Map<String, float[]> weights) {
    float[] values = weights.get(tensor.name());
    if (values == null) {
      throw new IllegalArgumentException("no first values for '" + tensor.name() + "'");
    }
    long[] shape = tensor.shape().stream().mapToLong(Integer::longValue).toArray();
    return shape.length == KERNELS
        ? new Kernel(
            Shape.of(shape[2], shape[3], shape[1], shape[0]), moved(tensor.shape(), values))
        : new Kernel(Shape.of(shape), values);
  }

  private static float[] moved(List<Integer> shape, float[] values) {
    int rows = shape.get(0);
    int columns = shape.get(1);
    int window = shape.get(2) * shape.get(3);
    float[] moved = new float[values.length];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        for (int w = 0; w < window; w++) {
          moved[(w * columns + c) * rows + r] = values[(r * columns + c) * window + w];
        }
      }
    }
    return moved;
  }
}
