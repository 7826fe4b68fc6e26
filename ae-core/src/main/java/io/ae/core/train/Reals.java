package io.ae.core.train;

import io.ae.api.backend.Session;
import io.ae.api.graph.DType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** A session's buffer of real numbers in whatever type the backend computes. */
public final class Reals {
  private final DType type;
  private final ByteBuffer bytes;
  private final FloatBuffer floats;

  /**
   * @param bytes in native order
   */
  private Reals(ByteBuffer bytes, DType type) {
    this.type = type;
    this.bytes = bytes;
    this.floats = bytes.asFloatBuffer();
  }

  /** Returns a view of a session's output. */
  public static Reals output(Session session, String name) {
    ByteBuffer bytes = session.output(name).duplicate().order(ByteOrder.nativeOrder());
    return new Reals(bytes, session.type(name));
  }

  /** Returns a view of a session's input. */
  public static Reals input(Session session, String name) {
    ByteBuffer bytes = session.input(name).duplicate().order(ByteOrder.nativeOrder());
    return new Reals(bytes, session.type(name));
  }

  /** Copies numbers to a place, in bulk where the type is float32. */
  public void put(int to, float[] values, int from, int count) {
    if (type == DType.F32) {
      // Threads that fill their rows side by side share the view, so its position stays out of it.
      floats.put(to, values, from, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      put(to + i, values[from + i]);
    }
  }

  /** Sets one element. */
  public void put(int at, double value) {
    switch (type) {
      case F32 -> bytes.putFloat(4 * at, (float) value);
      case F64 -> bytes.putDouble(8 * at, value);
      case BF16 -> bytes.putShort(2 * at, bfloat16((float) value));
      case I32 -> bytes.putInt(4 * at, (int) value);
      case I64 -> bytes.putLong(8 * at, (long) value);
    }
  }

  /** Returns numbers from a place on. */
  public float[] get(int from, int count) {
    return get(from, new float[count], count);
  }

  /**
   * Copies numbers from a place on to the start of an array, in bulk where the type is float32.
   *
   * @return the array
   */
  public float[] get(int from, float[] into, int count) {
    if (type == DType.F32) {
      floats.get(from, into, 0, count);
      return into;
    }
    for (int i = 0; i < count; i++) {
      into[i] = (float) get(from + i);
    }
    return into;
  }

  /** Returns one element. */
  public double get(int at) {
    return switch (type) {
      case F32 -> bytes.getFloat(4 * at);
      case F64 -> bytes.getDouble(8 * at);
      case BF16 -> Float.intBitsToFloat(bytes.getShort(2 * at) << 16);
      case I32 -> bytes.getInt(4 * at);
      case I64 -> bytes.getLong(8 * at);
    };
  }

  /** Rounds to the nearest, ties to even. */
  private static short bfloat16(float x) {
    int bits = Float.floatToRawIntBits(x);
    return (short) (Float.isNaN(x) ? bits >>> 16 | 0x40 : bits + 0x7fff + (bits >>> 16 & 1) >>> 16);
  }
}
