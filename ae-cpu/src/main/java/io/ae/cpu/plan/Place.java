package io.ae.cpu.plan;

import io.ae.cpu.memory.HeapVariable;
import org.jspecify.annotations.Nullable;

/** Where a value lies, in words of four bytes. */
sealed interface Place {
  /** Returns the copy that products read, if there is one. */
  default @Nullable Rounded copy() {
    return null;
  }

  /** In each shard's own memory. */
  record Local(int word) implements Place {}

  /** In the session's memory, shared by the shards. */
  record Shared(int word) implements Place {}

  /**
   * In the state's native memory; what changes it changes the copy that products read, if there is
   * one, and what an update finds on the heap.
   */
  record State(int word, @Nullable Rounded copy, @Nullable HeapVariable heap) implements Place {}

  /** On the heap alone, in tiles; products may read a copy. */
  record Heap(HeapVariable variable, @Nullable Rounded copy) implements Place {}

  /** Among the bfloat16 copies of variables, beside the state. */
  record Rounded(int word) implements Place {}
}
