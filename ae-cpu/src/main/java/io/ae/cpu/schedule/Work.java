package io.ae.cpu.schedule;

/** What a crew runs: the shards' parts of one phase after another. */
public interface Work {
  /** Returns the number of phases. */
  int phases();

  /** Runs one shard's part of a phase. */
  void run(int shard, int phase);

  /** The leader's turn before a phase starts, unless something failed; others may still be busy. */
  void before(int phase);
}
