package io.ae.core.backend;

import io.ae.api.AeException;
import io.ae.api.graph.DType;
import io.ae.core.backend.kernel.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;

/** A buffer through which elements go in or out, beside the arrays that kernels use. */
final class Port {
  private final DType type;
  private final ByteBuffer bytes;
  private final FloatBuffer floats;
  private final DoubleBuffer doubles;
  private final IntBuffer ints;
  private final LongBuffer longs;

  Port(DType type, ByteBuffer bytes) {
    this.type = type;
    this.bytes = bytes;
    ByteBuffer view = bytes.duplicate().order(ByteOrder.nativeOrder());
    floats = view.asFloatBuffer();
    doubles = view.asDoubleBuffer();
    ints = view.asIntBuffer();
    longs = view.asLongBuffer();
  }

  /** Returns a port with a buffer of its own. */
  static Port of(String name, DType type, long elements) {
    long size = elements * type.bytes();
    if (size > Integer.MAX_VALUE) {
      throw new AeException(
          "AE-B022",
          "'" + name + "' would need " + size + " bytes, a buffer holds 2^31 − 1: use fewer rows");
    }
    return new Port(type, ByteBuffer.allocate((int) size).order(ByteOrder.nativeOrder()));
  }

  DType type() {
    return type;
  }

  ByteBuffer bytes() {
    return bytes.clear();
  }

  /** Copies the first elements into a tensor. */
  void load(Tensor into, int elements) {
    switch (type) {
      case F32 -> floats.get(0, into.floats(), 0, elements);
      case F64 -> doubles.get(0, into.doubles(), 0, elements);
      case I32 -> ints.get(0, into.indices(), 0, elements);
      case I64 -> longs.get(0, into.steps(), 0, elements);
      case BF16 -> throw new IllegalStateException("no BF16 here");
    }
  }

  /** Copies a tensor's first elements into the buffer. */
  void store(Tensor from, int elements) {
    switch (type) {
      case F32 -> floats.put(0, from.floats(), 0, elements);
      case F64 -> doubles.put(0, from.doubles(), 0, elements);
      case I32 -> ints.put(0, from.indices(), 0, elements);
      case I64 -> longs.put(0, from.steps(), 0, elements);
      case BF16 -> throw new IllegalStateException("no BF16 here");
    }
  }

  int index(int i) {
    return ints.get(i);
  }
}
