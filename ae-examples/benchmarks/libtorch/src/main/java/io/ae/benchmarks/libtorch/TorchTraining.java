package io.ae.benchmarks.libtorch;

import io.ae.benchmarks.common.Training;
import io.ae.benchmarks.common.WorkItem;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/** A step of autograd: the rows copied in, the graph built, walked back, and let go. */
final class TorchTraining implements Training {
  private final Objective objective;
  private final Update update;
  private final int batch;
  private final int width;
  private final FloatPointer data;
  private final LongPointer classes;
  private final Tensor rows;
  private final Tensor labels;
  private double loss;

  TorchTraining(WorkItem item, Objective objective, Update update) {
    this.objective = objective;
    this.update = update;
    this.batch = item.batch();
    this.width = item.layers().get(0).inputs();
    this.data = new FloatPointer((long) batch * width);
    this.classes = new LongPointer(batch);
    this.rows = torch.from_blob(data, new long[] {batch, width});
    this.labels =
        torch.from_blob(classes, new long[] {batch}, new TensorOptions(torch.ScalarType.Long));
  }

  @Override
  public void step(float[] rows, int[] labels) {
    step(rows, labels, batch);
  }

  @Override
  @SuppressWarnings("try") // the guard acts by being open
  public void step(float[] rows, int[] labels, int n) {
    data.put(rows, 0, n * width);
    for (int i = 0; i < n; i++) {
      classes.put(i, labels[i]);
    }
    try (PointerScope scope = new PointerScope()) {
      Tensor value =
          n == batch
              ? objective.loss(this.rows, this.labels)
              : objective.loss(this.rows.narrow(0, 0, n), this.labels.narrow(0, 0, n));
      value.backward();
      update.step();
      loss = value.item_float();
    }
  }

  @Override
  public double loss() {
    return loss;
  }

  /** Nothing to do: the process ends with its only training. */
  @Override
  public void close() {}
}
