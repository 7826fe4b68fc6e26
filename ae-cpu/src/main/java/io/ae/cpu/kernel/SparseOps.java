package io.ae.cpu.kernel;

import io.ae.api.graph.Draw;
import io.ae.api.graph.Philox;
import io.ae.cpu.memory.Slot;
import java.util.Arrays;

/** Steps on sparse rows: loops over the non-zeros of each of the shard's rows. */
public final class SparseOps {
  private SparseOps() {}

  /** {@code v [N], w [D, H] → [B, H]}. */
  public static Step matMul(SparseRows x, Slot v, Slot w, Slot y, int width) {
    float[] sum = new float[width];
    float[] row = new float[width];
    return () -> {
      for (int r = 0; r < x.geometry().rows(); r++) {
        Arrays.fill(sum, 0f);
        for (int i = x.start(r); i < x.start(r + 1); i++) {
          w.load(x.columns().index(i) * width, row, width);
          addScaled(sum, v.real(i), row, width);
        }
        y.store(r * width, sum, width);
      }
    };
  }

  /** {@code v [N], g [B, H] → [D, H]}. */
  public static Step contract(SparseRows x, Slot v, Slot g, Slot y, int width) {
    float[] sum = new float[width];
    float[] row = new float[width];
    return () -> {
      int count = y.count();
      for (int at = 0; at < count; at += Step.TILE) {
        y.store(at, Loops.ZEROS, Math.min(Step.TILE, count - at));
      }
      for (int r = 0; r < x.geometry().rows(); r++) {
        g.load(r * width, row, width);
        for (int i = x.start(r); i < x.start(r + 1); i++) {
          int at = x.columns().index(i) * width;
          y.load(at, sum, width);
          addScaled(sum, v.real(i), row, width);
          y.store(at, sum, width);
        }
      }
    };
  }

  private static void addScaled(float[] sum, float factor, float[] row, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += factor * row[i];
    }
  }

  /** {@code a [B, H], w [D, H] → [N]}. */
  public static Step sampledProduct(SparseRows x, Slot a, Slot w, Slot y, int width) {
    float[] left = new float[width];
    float[] right = new float[width];
    float[] one = new float[1];
    return () -> {
      for (int r = 0; r < x.geometry().rows(); r++) {
        a.load(r * width, left, width);
        for (int i = x.start(r); i < x.start(r + 1); i++) {
          w.load(x.columns().index(i) * width, right, width);
          Loops.mul(left, right, right, width);
          one[0] = Loops.sum(right, 0, width);
          y.store(i, one, 1);
        }
      }
    };
  }

  /** {@code d [B, D] → [N]}. */
  public static Step gatherAt(SparseRows x, Slot d, Slot y, int width) {
    float[] row = new float[width];
    float[] one = new float[1];
    return () -> {
      for (int r = 0; r < x.geometry().rows(); r++) {
        d.load(r * width, row, width);
        for (int i = x.start(r); i < x.start(r + 1); i++) {
          one[0] = row[x.columns().index(i)];
          y.store(i, one, 1);
        }
      }
    };
  }

  /** {@code v [N] → [B, D]}. */
  public static Step scatterAt(SparseRows x, Slot v, Slot y, int width) {
    float[] row = new float[width];
    return () -> {
      for (int r = 0; r < x.geometry().rows(); r++) {
        Arrays.fill(row, 0f);
        for (int i = x.start(r); i < x.start(r + 1); i++) {
          row[x.columns().index(i)] += v.real(i);
        }
        y.store(r * width, row, width);
      }
    };
  }

  /** {@code r [B] → [N]}. */
  public static Step expandRows(SparseRows x, Slot values, Slot y) {
    float[] one = new float[1];
    return () -> {
      for (int r = 0; r < x.geometry().rows(); r++) {
        one[0] = values.real(r);
        for (int i = x.start(r); i < x.start(r + 1); i++) {
          y.store(i, one, 1);
        }
      }
    };
  }

  /** {@code v [N] → [B]}. */
  public static Step sumNonZeros(SparseRows x, Slot v, Slot y) {
    float[] one = new float[1];
    return () -> {
      for (int r = 0; r < x.geometry().rows(); r++) {
        one[0] = 0f;
        for (int i = x.start(r); i < x.start(r + 1); i++) {
          one[0] += v.real(i);
        }
        y.store(r, one, 1);
      }
    };
  }

  /** Random numbers at the non-zeros, equal to the dense ones there. */
  public static Step draw(SparseRows x, Draw op, long seed, Slot step, Slot y) {
    Philox philox = new Philox(seed, op.stream());
    boolean normal = op.distribution() == Draw.Distribution.NORMAL;
    int[] words = new int[2];
    float[] one = new float[1];
    return () -> {
      long now = step.step();
      for (int r = 0; r < x.geometry().rows(); r++) {
        long row = x.geometry().firstRow() + x.geometry().rowFrom() + r;
        for (int i = x.start(r); i < x.start(r + 1); i++) {
          int c = x.columns().index(i);
          if (normal) {
            philox.bits(now, row, 2 * c, 2 * c + 2, words, 0);
            one[0] = (float) Philox.normal(words[0], words[1]);
          } else {
            philox.bits(now, row, c, c + 1, words, 0);
            one[0] = Philox.uniform(words[0]);
          }
          y.store(i, one, 1);
        }
      }
    };
  }
}
