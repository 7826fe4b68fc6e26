package io.ae.cpu.kernel;

import io.ae.api.graph.Shape;
import io.ae.cpu.memory.Geometry;

/**
 * How a small shape stands in a large one to which it broadcasts: the large one's axes, neighbours
 * of one sort taken together, each kept by the small one or spread. Its elements are runs of the
 * innermost group.
 */
final class Pattern {
  private final int[] axes;
  private final int[] groupOf;
  private final boolean[] kept;
  private final int[] sizes;
  private final int groups;

  Pattern(Shape small, Shape large) {
    int missing = large.rank() - small.rank();
    axes = large.dims();
    groupOf = new int[axes.length];
    boolean[] sorts = new boolean[axes.length];
    int count = 0;
    for (int i = 0; i < axes.length; i++) {
      if (axes[i] == 1) {
        groupOf[i] = -1;
        continue;
      }
      boolean keeps = i >= missing && small.dim(i - missing) == axes[i];
      if (count == 0 || sorts[count - 1] != keeps) {
        sorts[count++] = keeps;
      }
      groupOf[i] = count - 1;
    }
    groups = Math.max(1, count);
    kept = new boolean[groups];
    System.arraycopy(sorts, 0, kept, 0, count);
    sizes = new int[groups];
  }

  /** Works out the sizes in this run. */
  void resolve(Geometry g) {
    java.util.Arrays.fill(sizes, 1);
    for (int i = 0; i < axes.length; i++) {
      if (groupOf[i] >= 0) {
        sizes[groupOf[i]] *=
            switch (axes[i]) {
              case Shape.B -> g.rows();
              case Shape.N -> g.nonZeros();
              case Shape.A -> g.totalRows();
              default -> axes[i];
            };
      }
    }
  }

  /** Returns the length of a run. */
  int run() {
    return sizes[groups - 1];
  }

  /** Returns whether a run's elements differ in the small value, or are one and the same. */
  boolean runKept() {
    return kept[groups - 1];
  }

  /** Returns the index in the small value at which a run of the large one starts. */
  int small(int runNumber) {
    int rest = runNumber;
    int stride = kept[groups - 1] ? sizes[groups - 1] : 1;
    int at = 0;
    for (int i = groups - 2; i >= 0; i--) {
      int c = i == 0 ? rest : rest % sizes[i];
      rest = i == 0 ? 0 : rest / sizes[i];
      if (kept[i]) {
        at += c * stride;
        stride *= sizes[i];
      }
    }
    return at;
  }
}
