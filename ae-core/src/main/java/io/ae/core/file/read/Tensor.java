package io.ae.core.file.read;

import io.ae.api.backend.CompiledModel;
import io.ae.api.graph.DType;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Var;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The value of a variable in memory.
 *
 * @param type of each element
 * @param shape fixed
 * @param bytes row-major in native byte order, from position 0 to the limit
 */
public record Tensor(DType type, Shape shape, ByteBuffer bytes) {
  /**
   * @throws IllegalArgumentException if the bytes are not as many as shape and type need
   */
  public Tensor {
    bytes = bytes.slice().order(ByteOrder.nativeOrder());
    if (bytes.remaining() != shape.elements() * type.bytes()) {
      throw new IllegalArgumentException(
          bytes.remaining() + " bytes for " + type + " " + shape + "; they do not fit");
    }
  }

  /** Copies a variable out of a model's state. */
  public static Tensor of(CompiledModel model, Var variable) {
    DType type = model.type(variable.name());
    int size = Math.toIntExact(variable.shape().elements() * type.bytes());
    ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
    model.read(variable.name(), bytes);
    return new Tensor(type, variable.shape(), bytes.flip());
  }

  /** Copies this value into a model's state, in the type that the model wants. */
  public void writeTo(CompiledModel model, String variable) {
    model.write(
        variable, as(model.type(variable)).bytes.duplicate().order(ByteOrder.nativeOrder()));
  }

  /** Returns the same numbers in another type; narrowing rounds to the nearest. */
  public Tensor as(DType to) {
    if (to == type) {
      return this;
    }
    int n = Math.toIntExact(shape.elements());
    ByteBuffer b = ByteBuffer.allocate(n * to.bytes()).order(ByteOrder.nativeOrder());
    for (int i = 0; i < n; i++) {
      switch (to) {
        case F32 -> b.putFloat((float) real(i));
        case F64 -> b.putDouble(real(i));
        case BF16 -> b.putShort(bfloat16((float) real(i)));
        case I32 -> b.putInt((int) whole(i));
        case I64 -> b.putLong(whole(i));
      }
    }
    return new Tensor(to, shape, b.flip());
  }

  /** Returns one element as a real number. */
  public double real(int i) {
    return switch (type) {
      case F32 -> bytes.getFloat(4 * i);
      case F64 -> bytes.getDouble(8 * i);
      case BF16 -> Float.intBitsToFloat(bytes.getShort(2 * i) << 16);
      case I32, I64 -> whole(i);
    };
  }

  private long whole(int i) {
    return switch (type) {
      case I32 -> bytes.getInt(4 * i);
      case I64 -> bytes.getLong(8 * i);
      case F32, F64, BF16 -> (long) real(i);
    };
  }

  /** Rounds to the nearest, ties to even. */
  private static short bfloat16(float x) {
    int bits = Float.floatToRawIntBits(x);
    if (Float.isNaN(x)) {
      return (short) (bits >>> 16 | 0x40);
    }
    return (short) (bits + 0x7fff + (bits >>> 16 & 1) >>> 16);
  }
}
