package io.ae.cpu.memory;

import io.ae.api.AeException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * One zeroed block of native memory, aligned to a cache line, addressed in words of four bytes.
 *
 * <p>A block of which callers hold buffers is freed by the garbage collector: touching freed memory
 * would end the process. A block that only steps see is freed when its session is closed.
 */
public final class NativeBlock implements AutoCloseable {
  /** Words of four bytes in a cache line; every value starts on one. */
  public static final int ALIGNMENT = 16;

  private static final int LINE = 4 * ALIGNMENT;

  private final ByteBuffer bytes;
  private final FloatBuffer floats;
  private final IntBuffer ints;
  private final LongBuffer longs;
  private final long address;
  private final @Nullable BytePointer owned;

  private NativeBlock(ByteBuffer bytes, @Nullable BytePointer owned) {
    this.owned = owned;
    this.bytes = bytes.alignedSlice(LINE).order(ByteOrder.nativeOrder());
    floats = this.bytes.asFloatBuffer();
    ints = this.bytes.asIntBuffer();
    longs = this.bytes.asLongBuffer();
    address = new Pointer(this.bytes).address();
  }

  /**
   * Returns a block that lives as long as anything refers to it.
   *
   * @param words size in words of four bytes
   * @throws AeException {@code AE-B024} beyond what one block can hold
   */
  public static NativeBlock collected(long words) {
    return new NativeBlock(ByteBuffer.allocateDirect(bytes(words)), null);
  }

  /**
   * Returns a block that is freed by {@link #close}.
   *
   * @param words size in words of four bytes
   * @throws AeException {@code AE-B024} beyond what one block can hold
   */
  public static NativeBlock owned(long words) {
    int size = bytes(words);
    BytePointer memory = new BytePointer(size);
    Pointer.memset(memory, 0, size);
    return new NativeBlock(memory.asBuffer(), memory);
  }

  private static int bytes(long words) {
    long size = 4 * (words + ALIGNMENT);
    if (size + LINE > Integer.MAX_VALUE) {
      throw new AeException(
          "AE-B024",
          "backend cpu: a block of at most 2 GiB was wanted, this plan needs "
              + size / (1 << 20)
              + " MiB. Use a smaller batch or a smaller network");
    }
    return (int) size + LINE;
  }

  /** Returns the smallest multiple of a cache line that holds so many words. */
  public static long aligned(long words) {
    return (words + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  /** Returns how many words it holds. */
  public int words() {
    return floats.capacity();
  }

  /** Returns the block as reals; only absolute access is used. */
  public FloatBuffer floats() {
    return floats;
  }

  /** Returns the block as indices; only absolute access is used. */
  public IntBuffer ints() {
    return ints;
  }

  /** Returns the counter at a word. */
  public long step(int word) {
    return longs.get(word / 2);
  }

  /** Sets the counter at a word. */
  public void step(int word, long value) {
    longs.put(word / 2, value);
  }

  /** Copies words to a block that is not this one. */
  public void copy(int from, NativeBlock into, int to, int words) {
    into.floats.put(to, floats, from, words);
  }

  /** Returns a buffer over some bytes, position 0, native order. */
  public ByteBuffer slice(int word, int byteCount) {
    return bytes.slice(4 * word, byteCount).order(ByteOrder.nativeOrder());
  }

  /** Frees the memory if it is this block's own; nothing may touch it afterwards. */
  @Override
  public void close() {
    if (owned != null) {
      owned.close();
    }
  }

  /** Returns the machine address of a word. */
  public long address(long word) {
    return address + 4 * word;
  }
}
