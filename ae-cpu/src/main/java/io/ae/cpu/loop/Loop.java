package io.ae.cpu.loop;

/** One pass over tiles on the heap; it keeps nothing, so any thread may run it. */
public interface Loop {
  /**
   * Computes the first elements of what is written.
   *
   * @param tiles what is read and written, each of at least n elements
   * @param scalars what is the same for every element
   * @param n how many elements
   */
  void run(float[][] tiles, float[] scalars, int n);
}
