package io.ae.core.conformance;

import io.ae.api.graph.DType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers in and out of the buffers that cross the seam; the kit itself computes in double. */
final class Tensors {
  private Tensors() {}

  /** Writes numbers from the buffer's start. */
  static void put(ByteBuffer into, DType type, double... values) {
    ByteBuffer b = into.duplicate().order(ByteOrder.nativeOrder());
    b.position(0);
    for (double v : values) {
      switch (type) {
        case F32 -> b.putFloat((float) v);
        case F64 -> b.putDouble(v);
        case BF16 -> b.putShort((short) (Float.floatToRawIntBits((float) round(v, type)) >>> 16));
        case I32 -> b.putInt((int) v);
        case I64 -> b.putLong((long) v);
      }
    }
  }

  /** Returns the first numbers of a buffer. */
  static double[] get(ByteBuffer from, DType type, int count) {
    ByteBuffer b = from.duplicate().order(ByteOrder.nativeOrder());
    b.position(0);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (type) {
            case F32 -> b.getFloat();
            case F64 -> b.getDouble();
            case BF16 -> Float.intBitsToFloat(b.getShort() << 16);
            case I32 -> b.getInt();
            case I64 -> b.getLong();
          };
    }
    return values;
  }

  /** Returns a buffer that holds these numbers. */
  static ByteBuffer of(DType type, double... values) {
    ByteBuffer b = allocate(type, values.length);
    put(b, type, values);
    return b;
  }

  /** Returns an empty buffer for so many numbers. */
  static ByteBuffer allocate(DType type, int count) {
    return ByteBuffer.allocateDirect(count * type.bytes()).order(ByteOrder.nativeOrder());
  }

  /** Returns the number of a real type that is nearest; bf16 rounds half to even. */
  static double round(double v, DType type) {
    if (type == DType.F64 || !Double.isFinite(v)) {
      return v;
    }
    if (type == DType.F32) {
      return (float) v;
    }
    int bits = Float.floatToRawIntBits((float) v);
    int rounded = bits + 0x7fff + (bits >>> 16 & 1);
    return Float.intBitsToFloat(rounded & 0xffff0000);
  }
}
