package io.ae.cpu.kernel;

import io.ae.cpu.memory.Extent;
import io.ae.cpu.memory.Geometry;
import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.Gemm;
import java.util.List;

/**
 * Plain gradient descent, {@code w − rate · Σ leftᵀ · right}: the products that make the gradient
 * add to the weights where they lie, and the gradient itself is nowhere.
 */
public final class Descent implements Step {
  /**
   * Elements of a block, unless one row has more: it is in the cache from one product to another.
   */
  private static final int BLOCK = 1 << 16;

  private final Gemm gemm;
  private final Slot weights;
  private final Slot rate;
  private final Cut cut;
  private final Factors[] gradient;
  private final int block;

  /**
   * What a part of the gradient is the product of.
   *
   * @param left {@code [B, height]}, all rows in memory that shards share
   * @param right {@code [B, width]}, all rows in memory that shards share
   * @param rows what is summed over
   * @param height rows of the gradient
   * @param width columns of the gradient
   */
  public record Factors(Slot left, Slot right, Extent rows, int height, int width) {}

  /**
   * @param gemm the shard's own
   * @param weights what is updated
   * @param rate one number
   * @param cut elements of the weights that this shard updates, whole rows of every gradient
   * @param gradient what is summed up
   */
  public Descent(Gemm gemm, Slot weights, Slot rate, Cut cut, List<Factors> gradient) {
    this.gemm = gemm;
    this.weights = weights;
    this.rate = rate;
    this.cut = cut;
    this.gradient = gradient.toArray(Factors[]::new);
    this.block = Math.max(1, BLOCK / cut.unit()) * cut.unit();
  }

  @Override
  public void run() {
    Geometry g = weights.geometry();
    float step = -rate.real(0);
    int end = cut.to();
    for (int from = cut.from(); from < end; from += block) {
      int to = Math.min(from + block, end);
      for (Factors f : gradient) {
        int row = from / f.width;
        gemm.add(
            step,
            to / f.width - row,
            f.width,
            f.rows.total(g),
            f.left.first() + (long) Float.BYTES * row,
            f.height,
            f.right.first(),
            weights.address() + (long) Float.BYTES * from);
      }
    }
  }
}
