package io.ae.api.graph;

import java.nio.charset.StandardCharsets;

/**
 * The counter-based generator behind {@link Draw} and {@link Init}: Philox4x32 with ten rounds, a
 * pure function of key and counter, so that every backend draws the same numbers in any order.
 *
 * <p>Key: the seed (low and high word) mixed with the stream's hash. Counter: step, row, and the
 * column divided by four; the column's remainder picks one of the four words of the result.
 *
 * <p>J. Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
 */
public final class Philox {
  private static final int M0 = 0xD2511F53;
  private static final int M1 = 0xCD9E8D57;
  private static final int W0 = 0x9E3779B9;
  private static final int W1 = 0xBB67AE85;

  private final int key0;
  private final int key1;

  /**
   * @param seed the run's seed
   * @param stream path of the stream's name
   */
  public Philox(long seed, String stream) {
    long h = 0xcbf29ce484222325L ^ seed;
    for (byte b : stream.getBytes(StandardCharsets.UTF_8)) {
      h = (h ^ (b & 0xff)) * 0x100000001b3L;
    }
    h ^= h >>> 32;
    h *= 0xd6e8feb86659fd93L;
    h ^= h >>> 32;
    key0 = (int) h;
    key1 = (int) (h >>> 32);
  }

  /**
   * Writes 32 random bits for each of a row's elements {@code [from, to)}.
   *
   * @param step the global step
   * @param row the absolute row
   * @param from first column
   * @param to end of the columns
   * @param into where column {@code from} goes first
   * @param at index of the first element in {@code into}
   */
  public void bits(long step, long row, int from, int to, int[] into, int at) {
    int column = from;
    int i = at;
    while (column < to) {
      int c0 = column >>> 2;
      int c1 = (int) row;
      int c2 = (int) step;
      int c3 = (int) (step >>> 32) ^ (int) (row >>> 32);
      int k0 = key0;
      int k1 = key1;
      for (int round = 0; round < 10; round++) {
        long p0 = (M0 & 0xffffffffL) * (c0 & 0xffffffffL);
        long p1 = (M1 & 0xffffffffL) * (c2 & 0xffffffffL);
        c0 = (int) (p1 >>> 32) ^ c1 ^ k0;
        c2 = (int) (p0 >>> 32) ^ c3 ^ k1;
        c1 = (int) p1;
        c3 = (int) p0;
        k0 += W0;
        k1 += W1;
      }
      int word = column & 3;
      int n = Math.min(4 - word, to - column);
      if (n == 4) {
        into[i] = c0;
        into[i + 1] = c1;
        into[i + 2] = c2;
        into[i + 3] = c3;
      } else {
        for (int k = 0; k < n; k++) {
          into[i + k] =
              switch (word + k) {
                case 0 -> c0;
                case 1 -> c1;
                case 2 -> c2;
                default -> c3;
              };
        }
      }
      column += n;
      i += n;
    }
  }

  /** Returns the uniform number in [0, 1) that these bits stand for: 24 bits, exact in float32. */
  public static float uniform(int bits) {
    return (bits >>> 8) * 0x1p-24f;
  }

  /**
   * Returns the standard normal number of two words, by Box and Muller's cosine. Column c of a row
   * takes the words of columns 2c and 2c + 1.
   */
  public static double normal(int bits, int bits2) {
    double u = ((bits >>> 8) + .5) * 0x1p-24;
    double angle = 2 * Math.PI * (bits2 >>> 8) * 0x1p-24;
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(angle);
  }
}
