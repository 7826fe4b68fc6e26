package io.ae.cpu.plan;

/** Where a value lies, in words of four bytes. */
sealed interface Place {
  /** In each shard's own memory. */
  record Local(int word) implements Place {}

  /** In the session's memory, shared by the shards. */
  record Shared(int word) implements Place {}

  /** In the state. */
  record State(int word) implements Place {}
}
