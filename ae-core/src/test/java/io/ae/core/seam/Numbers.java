package io.ae.core.seam;

import io.ae.api.graph.DType;
import java.nio.ByteBuffer;

/** Numbers into buffers and out of them, leaving the buffer's position at its start. */
final class Numbers {
  private Numbers() {}

  static void put(ByteBuffer into, DType type, Object values) {
    if (values instanceof int[] indices) {
      for (int i = 0; i < indices.length; i++) {
        into.putInt(4 * i, indices[i]);
      }
      return;
    }
    double[] reals = (double[]) values;
    for (int i = 0; i < reals.length; i++) {
      switch (type) {
        case F32 -> into.putFloat(4 * i, (float) reals[i]);
        case F64 -> into.putDouble(8 * i, reals[i]);
        case I32 -> into.putInt(4 * i, (int) reals[i]);
        case I64 -> into.putLong(8 * i, (long) reals[i]);
        case BF16 -> throw new IllegalArgumentException("no BF16");
      }
    }
  }

  static double[] get(ByteBuffer from, DType type, int n) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] =
          switch (type) {
            case F32 -> from.getFloat(4 * i);
            case F64 -> from.getDouble(8 * i);
            case I32 -> from.getInt(4 * i);
            case I64 -> from.getLong(8 * i);
            case BF16 -> throw new IllegalArgumentException("no BF16");
          };
    }
    return values;
  }
}
