package io.ae.cpu.kernel;

import io.ae.api.graph.Binary;

/** Tile instructions on indices. */
public final class IndexOps {
  private IndexOps() {}

  /** Returns the sum or difference of indices. */
  public static TileOp arithmetic(Binary op, int[] a, int[] b, int[] y) {
    return op == Binary.ADD
        ? (from, n) -> add(a, b, y, n)
        : op == Binary.SUB ? (from, n) -> sub(a, b, y, n) : refuse(op);
  }

  /** Returns a mask of where two indices compare so. */
  public static TileOp compare(Binary op, int[] a, int[] b, float[] y) {
    return switch (op) {
      case EQUAL -> (from, n) -> equal(a, b, y, n);
      case GREATER -> (from, n) -> greater(a, b, y, n);
      case GREATER_OR_EQUAL -> (from, n) -> greaterOrEqual(a, b, y, n);
      default -> refuse(op);
    };
  }

  /** Returns indices as reals. */
  public static TileOp real(int[] x, float[] y) {
    return (from, n) -> toReal(x, y, n);
  }

  /** Returns reals as indices, towards zero. */
  public static TileOp index(float[] x, int[] y) {
    return (from, n) -> toIndex(x, y, n);
  }

  private static TileOp refuse(Binary op) {
    throw new IllegalArgumentException(op.id() + " of indices");
  }

  private static void add(int[] a, int[] b, int[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = a[i] + b[i];
    }
  }

  private static void sub(int[] a, int[] b, int[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = a[i] - b[i];
    }
  }

  private static void equal(int[] a, int[] b, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = a[i] == b[i] ? 1f : 0f;
    }
  }

  private static void greater(int[] a, int[] b, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = a[i] > b[i] ? 1f : 0f;
    }
  }

  private static void greaterOrEqual(int[] a, int[] b, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = a[i] >= b[i] ? 1f : 0f;
    }
  }

  private static void toReal(int[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = x[i];
    }
  }

  private static void toIndex(float[] x, int[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = (int) x[i];
    }
  }
}
