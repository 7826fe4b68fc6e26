package io.ae.core.metric;

import java.util.Arrays;

/**
 * How well the labels of rows follow from those of their nearest neighbours, by comparing with
 * every row (Cover, Hart, "Nearest neighbor pattern classification", IEEE Transactions on
 * Information Theory 1967). Euclidean distance: of short rows, such as codes, the sum of squared
 * differences, so that near ones far from 0 lose nothing; of longer ones ‖b‖² − 2ab about the known
 * rows' mean, which is a little faster and has the same order up to rounding.
 */
public final class NearestNeighbours {
  /** Known rows compared at a time. */
  private static final int BLOCK = 256;

  /** Features at a time: those of a block of known rows fit into a core's first cache. */
  private static final int DEPTH = 32;

  /** Rows at a time: their distances to a block stay in the second cache. */
  private static final int BATCH = 64;

  private final float[] known;
  private final int[] labels;
  private final int width;
  private final int classes;
  private final boolean products;
  private final float[] centre;

  /**
   * @param known row-major, {@code [rows, width]}; kept, not copied
   * @param labels one for each row; rows with −1 are nobody's neighbours
   * @param width values of one row, at least 1
   */
  public NearestNeighbours(float[] known, int[] labels, int width) {
    if (known.length != (long) labels.length * width) {
      throw new IllegalArgumentException(
          known.length + " values are not " + labels.length + " rows of " + width);
    }
    this.known = known;
    this.labels = labels;
    this.width = width;
    this.classes = Arrays.stream(labels).max().orElse(-1) + 1;
    this.products = width > DEPTH;
    this.centre = new float[width];
    double[] sums = new double[width];
    for (int at = 0; products && at < known.length; at++) {
      sums[at % width] += known[at];
    }
    for (int d = 0; products && d < width && labels.length > 0; d++) {
      centre[d] = (float) (sums[d] / labels.length);
    }
  }

  /**
   * Returns the share of rows whose label is the one most of their k nearest known rows have.
   *
   * @param rows row-major, {@code [rows, width]}
   * @param truth one label for each row; rows with −1 are not counted
   * @param threads at least 1; the result does not depend on it
   * @return in [0, 1]; NaN if no row has a label or none is known
   */
  public double accuracy(float[] rows, int[] truth, int k, int threads) {
    int[] guesses = classify(rows, k, threads);
    if (guesses.length != truth.length) {
      throw new IllegalArgumentException(guesses.length + " rows, " + truth.length + " labels");
    }
    long counted = 0;
    long right = 0;
    for (int i = 0; i < truth.length; i++) {
      counted += truth[i] < 0 || guesses[i] < 0 ? 0 : 1;
      right += truth[i] >= 0 && guesses[i] == truth[i] ? 1 : 0;
    }
    return counted == 0 ? Double.NaN : (double) right / counted;
  }

  /**
   * Returns for each row the label most of its k nearest known rows have; among labels as frequent,
   * that of the nearest row. −1 if no row is known.
   *
   * @param rows row-major, {@code [rows, width]}
   */
  public int[] classify(float[] rows, int k, int threads) {
    int n = rows.length / width;
    if (k < 1 || rows.length != (long) n * width) {
      throw new IllegalArgumentException(rows.length + " values, width " + width + ", k " + k);
    }
    int[] guesses = new int[n];
    Parallel.rows(n, threads, (part, from, to) -> new Search(rows, k, from, to).into(guesses));
    return guesses;
  }

  /** The search for the neighbours of some rows, by one thread. */
  private final class Search {
    private final float[] rows;
    private final int from;
    private final int to;
    private final int k;
    private final float[][] nearest;
    private final int[][] found;
    private final float[][] distances = new float[BATCH][BLOCK];
    private final float[][] columns = new float[(width + 3) / 4 * 4][BLOCK];
    private final float[][] batch = new float[BATCH][columns.length];
    private final float[] start = new float[BLOCK];

    Search(float[] rows, int k, int from, int to) {
      this.rows = rows;
      this.k = k;
      this.from = from;
      this.to = to;
      nearest = new float[to - from][k];
      found = new int[to - from][k];
      for (int i = 0; i < nearest.length; i++) {
        Arrays.fill(nearest[i], Float.POSITIVE_INFINITY);
        Arrays.fill(found[i], -1);
      }
    }

    void into(int[] guesses) {
      for (int first = 0; first < labels.length; first += BLOCK) {
        int count = Math.min(BLOCK, labels.length - first);
        transpose(first, count);
        for (int i = from; i < to; i += BATCH) {
          int n = Math.min(BATCH, to - i);
          measure(i, n);
          for (int q = 0; q < n; q++) {
            keep(i - from + q, distances[q], first, count);
          }
        }
      }
      int[] votes = new int[classes];
      for (int i = from; i < to; i++) {
        guesses[i] = vote(found[i - from], votes);
      }
    }

    private void transpose(int first, int count) {
      for (int r = 0; r < count; r++) {
        float square = 0;
        for (int d = 0; d < width; d++) {
          float value = known[(first + r) * width + d] - centre[d];
          columns[d][r] = value;
          square += value * value;
        }
        start[r] = products ? square : 0;
      }
    }

    /** Known rows lie side by side, so that the inner loop runs over them and vectorises. */
    private void measure(int first, int n) {
      for (int q = 0; q < n; q++) {
        for (int d = 0; d < width; d++) {
          float value = rows[(first + q) * width + d] - centre[d];
          batch[q][d] = products ? -2 * value : value;
        }
        System.arraycopy(start, 0, distances[q], 0, BLOCK);
      }
      for (int d = 0; d < columns.length; d += DEPTH) {
        for (int q = 0; q < n; q++) {
          add(distances[q], batch[q], d, Math.min(d + DEPTH, columns.length));
        }
      }
    }

    private void add(float[] sum, float[] row, int from, int to) {
      for (int d = from; d < to; d += 4) {
        float[] p = columns[d];
        float[] q = columns[d + 1];
        float[] r = columns[d + 2];
        float[] s = columns[d + 3];
        if (products) {
          Axpy.add(sum, BLOCK, row[d], p, row[d + 1], q, row[d + 2], r, row[d + 3], s);
        } else {
          square(sum, row[d], p, row[d + 1], q, row[d + 2], r, row[d + 3], s);
        }
      }
    }

    private void keep(int query, float[] distance, int first, int count) {
      float[] best = nearest[query];
      float worst = best[k - 1];
      for (int r = 0; r < count; r++) {
        float d = distance[r];
        if (d < worst && labels[first + r] >= 0) {
          int at = k - 1;
          for (; at > 0 && best[at - 1] > d; at--) {
            best[at] = best[at - 1];
            found[query][at] = found[query][at - 1];
          }
          best[at] = d;
          found[query][at] = labels[first + r];
          worst = best[k - 1];
        }
      }
    }
  }

  private static void square(
      float[] sum, float a, float[] p, float b, float[] q, float c, float[] r, float d, float[] s) {
    for (int j = 0; j < BLOCK; j++) {
      float x = a - p[j];
      float y = b - q[j];
      float z = c - r[j];
      float w = d - s[j];
      sum[j] += x * x + y * y + z * z + w * w;
    }
  }

  private static int vote(int[] labels, int[] votes) {
    Arrays.fill(votes, 0);
    int winner = -1;
    for (int label : labels) {
      if (label >= 0) {
        votes[label]++;
      }
    }
    for (int label : labels) {
      // Nearest first: a later label must have strictly more votes.
      if (label >= 0 && (winner < 0 || votes[label] > votes[winner])) {
        winner = label;
      }
    }
    return winner;
  }
}
