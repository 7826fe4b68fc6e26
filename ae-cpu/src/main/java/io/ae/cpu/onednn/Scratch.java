package io.ae.cpu.onednn;

import io.ae.cpu.memory.NativeBlock;

/**
 * Memory that holds nothing between two steps of a shard, one block for all of them: what a step
 * puts there is still in the cache when it reads it. Asked for while steps are made, used while
 * they run.
 */
public final class Scratch implements AutoCloseable {
  private NativeBlock block = NativeBlock.owned(1);
  private long words = 1;

  /** Makes an empty one. */
  public Scratch() {}

  /** Sees to it that there are so many words. */
  public void need(long wanted) {
    if (wanted > words) {
      block.close();
      block = NativeBlock.owned(wanted);
      words = wanted;
    }
  }

  /** Returns the machine address of a word. */
  public long address(long word) {
    return block.address(word);
  }

  /** Returns the memory as it is now. */
  public NativeBlock block() {
    return block;
  }

  /** Copies reals from the heap. */
  public void put(int word, float[] values, int n) {
    block.floats().put(word, values, 0, n);
  }

  /** Gives the memory back; what needs some later asks again. */
  void clear() {
    block.close();
    block = NativeBlock.owned(1);
    words = 1;
  }

  @Override
  public void close() {
    block.close();
  }
}
