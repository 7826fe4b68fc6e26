package io.ae.cpu.kernel;

import io.ae.api.graph.Binary;
import io.ae.cpu.memory.Slot;

/** A function of a tile and one scalar, which is read once a run. */
public final class ScalarOps implements TileOp {
  private final Binary op;
  private final boolean right;
  private final Slot slot;
  private final float[] x;
  private final float[] y;
  private float scalar;

  /**
   * @param op one that {@link #has}
   * @param right whether the scalar is the second operand
   * @param slot the scalar
   * @param x the other operand
   * @param y the result
   */
  public ScalarOps(Binary op, boolean right, Slot slot, float[] x, float[] y) {
    this.op = op;
    this.right = right;
    this.slot = slot;
    this.x = x;
    this.y = y;
  }

  /** Returns whether there is a loop for it. */
  public static boolean has(Binary op) {
    return switch (op) {
      case ADD, SUB, MUL, DIV, MAX, MIN -> true;
      default -> false;
    };
  }

  @Override
  public void begin() {
    scalar = slot.real(0);
  }

  @Override
  public void run(int from, int n) {
    switch (op) {
      case ADD -> add(x, scalar, y, n);
      case MUL -> mul(x, scalar, y, n);
      case MAX -> max(x, scalar, y, n);
      case MIN -> min(x, scalar, y, n);
      case SUB -> {
        if (right) {
          sub(x, scalar, y, n);
        } else {
          subFrom(scalar, x, y, n);
        }
      }
      case DIV -> {
        if (right) {
          div(x, scalar, y, n);
        } else {
          divInto(scalar, x, y, n);
        }
      }
      default -> throw new IllegalStateException("no loop for " + op.id());
    }
  }

  private static void add(float[] x, float s, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = x[i] + s;
    }
  }

  private static void mul(float[] x, float s, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = x[i] * s;
    }
  }

  private static void max(float[] x, float s, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = Math.max(x[i], s);
    }
  }

  private static void min(float[] x, float s, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = Math.min(x[i], s);
    }
  }

  private static void sub(float[] x, float s, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = x[i] - s;
    }
  }

  private static void subFrom(float s, float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = s - x[i];
    }
  }

  private static void div(float[] x, float s, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = x[i] / s;
    }
  }

  private static void divInto(float s, float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = s / x[i];
    }
  }
}
