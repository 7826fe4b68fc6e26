package io.ae.cpu.memory;

import io.ae.api.AeException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import org.bytedeco.javacpp.Pointer;

/**
 * One zeroed block of native memory, aligned to a cache line, addressed in words of four bytes.
 *
 * <p>The garbage collector frees it: a caller may still hold a buffer of a closed session, and
 * touching freed memory would end the process.
 */
public final class NativeBlock {
  /** Words of four bytes in a cache line; every value starts on one. */
  public static final int ALIGNMENT = 16;

  private final ByteBuffer bytes;
  private final FloatBuffer floats;
  private final IntBuffer ints;
  private final LongBuffer longs;
  private final long address;

  /**
   * @param words size in words of four bytes
   * @throws AeException {@code AE-B024} beyond what one block can hold
   */
  public NativeBlock(long words) {
    long size = 4 * (words + ALIGNMENT);
    if (size + 64 > Integer.MAX_VALUE) {
      throw new AeException(
          "AE-B024",
          "backend cpu: a block of at most 2 GiB was wanted, this plan needs "
              + size / (1 << 20)
              + " MiB. Use a smaller batch or a smaller network");
    }
    bytes =
        ByteBuffer.allocateDirect((int) size + 64).alignedSlice(64).order(ByteOrder.nativeOrder());
    floats = bytes.asFloatBuffer();
    ints = bytes.asIntBuffer();
    longs = bytes.asLongBuffer();
    address = new Pointer(bytes).address();
  }

  /** Returns the smallest multiple of a cache line that holds so many words. */
  public static long aligned(long words) {
    return (words + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
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

  /** Returns a buffer over some bytes, position 0, native order. */
  public ByteBuffer slice(int word, int byteCount) {
    return bytes.slice(4 * word, byteCount).order(ByteOrder.nativeOrder());
  }

  /** Returns the machine address of a word. */
  public long address(long word) {
    return address + 4 * word;
  }
}
