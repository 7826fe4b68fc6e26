package io.ae.core.data.source;

import java.nio.ByteBuffer;

/** Types of numbers in files. */
public enum ElementType {
  /** Unsigned byte. */
  U8(1),
  /** Signed byte. */
  I8(1),
  /** Unsigned, 2 bytes. */
  U16(2),
  /** Signed, 2 bytes. */
  I16(2),
  /** Unsigned, 4 bytes. */
  U32(4),
  /** Signed, 4 bytes. */
  I32(4),
  /** Unsigned, 8 bytes. */
  U64(8),
  /** Signed, 8 bytes. */
  I64(8),
  /** IEEE 754 single precision. */
  F32(4),
  /** IEEE 754 double precision. */
  F64(8);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** Returns the size of one number. */
  public int bytes() {
    return bytes;
  }

  /** Returns whether only whole numbers can be held. */
  public boolean whole() {
    return this != F32 && this != F64;
  }

  /** Returns one number, at an absolute place in bytes; rounded to double if it is wider. */
  public double get(ByteBuffer from, int at) {
    return switch (this) {
      case U8 -> from.get(at) & 0xFF;
      case I8 -> from.get(at);
      case U16 -> from.getShort(at) & 0xFFFF;
      case I16 -> from.getShort(at);
      case U32 -> Integer.toUnsignedLong(from.getInt(at));
      case I32 -> from.getInt(at);
      case U64 -> unsigned(from.getLong(at));
      case I64 -> from.getLong(at);
      case F32 -> from.getFloat(at);
      case F64 -> from.getDouble(at);
    };
  }

  private static double unsigned(long bits) {
    // Halved with the lost bit kept, so that the sum is rounded once.
    return bits >= 0 ? bits : 2.0 * ((bits >>> 1) | (bits & 1));
  }
}
