package io.ae.cpu.kernel;

import io.ae.api.graph.Shape;
import io.ae.cpu.memory.Geometry;
import java.util.List;

/** Axes in another order, within units; the innermost loop runs along the result's last axis. */
public final class Permutation implements UnitStep.Kernel {
  private final Shape unit;
  private final int[] axes;
  private final Geometry geometry;
  private final Operand x;
  private final Operand y;
  private final int[] outSizes;
  private final int[] inStrides;
  private final int[] at;

  /**
   * @param unit the input's shape of one unit
   * @param axes which axis of the input each axis of the result is
   * @param geometry the shard's rows
   * @param x input
   * @param y result
   */
  public Permutation(Shape unit, List<Integer> axes, Geometry geometry, Operand x, Operand y) {
    this.unit = unit;
    this.axes = axes.stream().mapToInt(Integer::intValue).toArray();
    this.geometry = geometry;
    this.x = x;
    this.y = y;
    outSizes = new int[this.axes.length];
    inStrides = new int[this.axes.length];
    at = new int[this.axes.length];
  }

  @Override
  public void run(int units) {
    int total = 1;
    for (int i = 0; i < axes.length; i++) {
      outSizes[i] = size(axes[i]);
      inStrides[i] = 1;
      for (int j = axes[i] + 1; j < axes.length; j++) {
        inStrides[i] *= size(j);
      }
      total *= outSizes[i];
    }
    for (int u = 0; u < units && total > 0; u++) {
      one(u * total, total);
    }
  }

  private int size(int axis) {
    int d = unit.dim(axis);
    return d == Shape.A ? geometry.totalRows() : d;
  }

  private void one(int base, int total) {
    java.util.Arrays.fill(at, 0);
    boolean index = x.reals().length == 0;
    int last = axes.length - 1;
    int run = outSizes[last];
    int stride = inStrides[last];
    int from = base;
    for (int to = base; to < base + total; to += run) {
      if (index) {
        for (int i = 0; i < run; i++) {
          y.ints()[to + i] = x.ints()[from + i * stride];
        }
      } else {
        copy(x.reals(), from, stride, y.reals(), to, run);
      }
      for (int a = last - 1; a >= 0; a--) {
        from += inStrides[a];
        if (++at[a] < outSizes[a]) {
          break;
        }
        from -= at[a] * inStrides[a];
        at[a] = 0;
      }
    }
  }

  private static void copy(float[] x, int from, int stride, float[] y, int to, int n) {
    for (int i = 0; i < n; i++) {
      y[to + i] = x[from + i * stride];
    }
  }
}
