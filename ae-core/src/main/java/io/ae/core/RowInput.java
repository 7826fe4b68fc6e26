package io.ae.core;

import io.ae.api.backend.Session;
import io.ae.api.graph.DType;
import io.ae.api.graph.Function;
import io.ae.api.graph.Kind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Puts scaled rows into the input {@code x} of a session, dense or as their non-zeros. */
final class RowInput {
  /** Values of a block at most: what a session's buffers may take. */
  private static final int BLOCK = 1 << 22;

  private static final int ROWS = 256;

  private RowInput() {}

  /** Returns how many rows a session takes. */
  static int rows(int features) {
    return Math.max(1, Math.min(ROWS, BLOCK / Math.max(1, features)));
  }

  /** Returns whether a function takes rows as their non-zeros. */
  static boolean sparse(Function function) {
    return function.inputs().stream()
        .anyMatch(input -> input.name().equals("x") && input.type().kind() == Kind.SPARSE);
  }

  /**
   * @param block row-major, {@code [rows, features]}
   */
  static void put(Session session, boolean sparse, float[] block, int rows, int features) {
    if (!sparse) {
      Floats.put(block, rows * features, session.input("x"), session.type("x"));
      return;
    }
    ByteBuffer lengths = session.input("x.lengths").duplicate().order(ByteOrder.nativeOrder());
    ByteBuffer columns = session.input("x.columns").duplicate().order(ByteOrder.nativeOrder());
    DType type = session.type("x.values");
    float[] values = new float[rows * features];
    int n = 0;
    for (int i = 0; i < rows; i++) {
      int before = n;
      for (int j = 0; j < features; j++) {
        float value = block[i * features + j];
        if (value != 0) {
          columns.putInt(4 * n, j);
          values[n++] = value;
        }
      }
      lengths.putInt(4 * i, n - before);
    }
    Floats.put(values, n, session.input("x.values"), type);
  }
}
