package io.ae.cpu.kernel;

/** One step of a shard's plan, with its memory bound. Running it allocates nothing. */
public interface Step {
  /** Elements that are on the heap at a time: long enough for the vector loops to pay. */
  int TILE = 4096;

  /** Computes on the shard's rows of the run that is going on. */
  void run();
}
