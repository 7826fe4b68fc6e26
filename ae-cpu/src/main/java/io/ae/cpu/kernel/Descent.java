package io.ae.cpu.kernel;

import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.Gemm;
import java.util.List;

/**
 * Plain gradient descent, {@code w − rate · Σ leftᵀ · right}: the products that make the gradient
 * add to the weights where they lie, and the gradient itself is nowhere.
 */
public final class Descent implements Step {
  private final Gemm gemm;
  private final Slot weights;
  private final Slot rate;
  private final Cut cut;
  private final GradientFactors[] gradient;
  private final int block;

  /**
   * @param gemm the shard's own
   * @param weights what is updated
   * @param rate one number
   * @param cut elements of the weights that this shard updates, whole rows of every gradient
   * @param gradient what is summed up
   */
  public Descent(Gemm gemm, Slot weights, Slot rate, Cut cut, List<GradientFactors> gradient) {
    this.gemm = gemm;
    this.weights = weights;
    this.rate = rate;
    this.cut = cut;
    this.gradient = gradient.toArray(GradientFactors[]::new);
    this.block = BlockUpdate.block(cut.unit(), cut.extent().fixed());
  }

  @Override
  public void run() {
    float step = -rate.real(0);
    int end = cut.to();
    for (int from = cut.from(); from < end; from += block) {
      int to = Math.min(from + block, end);
      for (GradientFactors f : gradient) {
        int row = from / f.width();
        gemm.add(
            step,
            to / f.width() - row,
            f.width(),
            f.inner(),
            f.leftOf(row),
            f.height(),
            f.right().first(),
            weights.address() + (long) Float.BYTES * from);
      }
    }
  }
}
