package io.ae.benchmarks.tensorflow;

import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.types.TFloat32;

/**
 * A tensor that is filled anew for each run: it is allocated once, and a run reads it where it is.
 */
final class FedTensor implements AutoCloseable {
  private final TFloat32 tensor;
  private final FloatDataBuffer data;

  FedTensor(Shape shape) {
    this.tensor = TFloat32.tensorOf(shape);
    this.data = tensor.asRawTensor().data().asFloats();
  }

  TFloat32 tensor() {
    return tensor;
  }

  /** Copies values in, row-major, from the tensor's first on. */
  void write(float[] values) {
    data.write(values, 0, Math.toIntExact(data.size()));
  }

  @Override
  public void close() {
    tensor.close();
  }
}
