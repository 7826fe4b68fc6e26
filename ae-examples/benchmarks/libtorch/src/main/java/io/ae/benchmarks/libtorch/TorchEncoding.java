package io.ae.benchmarks.libtorch;

import io.ae.benchmarks.common.Encoding;
import io.ae.benchmarks.common.WorkItem;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Codes in inference mode. A single row is a vector, so that the products are of a matrix and a
 * vector: 0.85 of the time.
 */
final class TorchEncoding implements Encoding {
  private final WorkItem item;
  private final Forward forward;
  private final int width;
  private final FloatPointer data;
  private final Tensor rows;

  TorchEncoding(WorkItem item, Parameters parameters) {
    this.item = item;
    this.forward = new Forward(parameters);
    this.width = item.layers().get(0).inputs();
    this.data = new FloatPointer((long) item.batch() * width);
    this.rows =
        torch.from_blob(
            data, item.batch() == 1 ? new long[] {width} : new long[] {item.batch(), width});
  }

  @Override
  @SuppressWarnings("try") // the guard acts by being open
  public void encode(float[] rows, int n, float[] codes) {
    data.put(rows, 0, n * width);
    try (PointerScope scope = new PointerScope();
        InferenceMode inference = new InferenceMode()) {
      Tensor x = n == item.batch() ? this.rows : this.rows.narrow(0, 0, n);
      forward.run(item.layers(), x).data_ptr_float().get(codes, 0, n * item.codeWidth());
    }
  }

  /** Nothing to do: the process ends with its only encoding. */
  @Override
  public void close() {}
}
