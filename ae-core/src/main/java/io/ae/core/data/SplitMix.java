package io.ae.core.data;

/**
 * The generator SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators",
 * OOPSLA 2014). Written out because what is drawn with it must stay the same on every machine and
 * for ever, which {@code java.util} does not promise for its own.
 */
public final class SplitMix {
  private long state;

  /** Starts a sequence. */
  public SplitMix(long seed) {
    state = seed;
  }

  /** Returns 64 random bits. */
  public long nextLong() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Returns a whole number in [0, bound), by the high bits of a product; bound ≥ 1. */
  public int nextInt(int bound) {
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  /** Returns a number in [low, high) as a multiple of 2⁻⁵³ of the range. */
  public double between(double low, double high) {
    return low + (high - low) * ((nextLong() >>> 11) * 0x1p-53);
  }

  /** Returns the numbers 0 … n−1 in random order. */
  public int[] permutation(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
