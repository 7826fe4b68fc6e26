package io.ae.core;

import io.ae.api.graph.DType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** A growing row of floats, and the way floats cross the seam to a session's buffers. */
final class Floats {
  private float[] values = new float[0];
  private int size;

  void add(float[] block, int n) {
    if (values.length - size < n) {
      long wanted = Math.max((long) size + n, values.length * 2L);
      values = Arrays.copyOf(values, (int) Math.min(wanted, Integer.MAX_VALUE - 8));
    }
    System.arraycopy(block, 0, values, size, n);
    size += n;
  }

  float[] toArray() {
    return Arrays.copyOf(values, size);
  }

  /** Copies floats into a buffer of another type; whole numbers stay exact. */
  static void put(float[] from, int n, ByteBuffer buffer, DType type) {
    ByteBuffer into = buffer.duplicate().order(ByteOrder.nativeOrder());
    switch (type) {
      case F32 -> into.asFloatBuffer().put(from, 0, n);
      case F64 -> {
        for (int i = 0; i < n; i++) {
          into.putDouble(8 * i, from[i]);
        }
      }
      case I32 -> {
        for (int i = 0; i < n; i++) {
          into.putInt(4 * i, (int) from[i]);
        }
      }
      case BF16, I64 -> throw new IllegalArgumentException("rows do not cross as " + type);
    }
  }

  /** Copies a buffer's first elements out as floats. */
  static float[] get(ByteBuffer buffer, DType type, int n) {
    ByteBuffer from = buffer.duplicate().order(ByteOrder.nativeOrder());
    float[] out = new float[n];
    switch (type) {
      case F32 -> {
        FloatBuffer floats = from.asFloatBuffer();
        floats.get(out, 0, n);
      }
      case F64 -> {
        for (int i = 0; i < n; i++) {
          out[i] = (float) from.getDouble(8 * i);
        }
      }
      case I32 -> {
        for (int i = 0; i < n; i++) {
          out[i] = from.getInt(4 * i);
        }
      }
      case BF16, I64 -> throw new IllegalArgumentException("results do not cross as " + type);
    }
    return out;
  }
}
