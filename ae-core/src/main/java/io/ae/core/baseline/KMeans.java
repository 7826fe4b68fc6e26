package io.ae.core.baseline;

import io.ae.core.data.SplitMix;

/**
 * Clusters of rows: each row belongs to the nearest of k centres, each centre is the mean of its
 * rows (Lloyd, "Least squares quantization in PCM", IEEE Transactions on Information Theory 1982).
 * The first centres are rows drawn with probability in proportion to their squared distance to
 * those drawn before (Arthur, Vassilvitskii, "k-means++: the advantages of careful seeding", SODA
 * 2007). Of {@value #RUNS} runs the one of the least inertia wins. The same seed gives the same
 * clusters, whatever the number of threads.
 */
public final class KMeans {
  static final int RUNS = 4;

  private static final int MOST_ROUNDS = 100;

  /** A round that lowers the inertia by less than this share is the last. */
  private static final double SETTLED = 1e-4;

  private final float[][] centres;
  private final float[] origin;
  private final double inertia;

  private KMeans(float[][] centres, float[] origin, double inertia) {
    this.centres = centres;
    this.origin = origin;
    this.inertia = inertia;
  }

  /**
   * Learns from rows; they are held a second time meanwhile.
   *
   * @param rows row-major, {@code [rows, width]}; not changed
   * @param width values of one row, at least 1
   * @param clusters k, from 1 to the number of rows
   * @param threads at least 1
   */
  public static KMeans fit(float[] rows, int width, int clusters, long seed, int threads) {
    if (width < 1 || rows.length % width != 0) {
      throw new IllegalArgumentException(rows.length + " values are not rows of " + width);
    }
    if (clusters < 1 || clusters > rows.length / width) {
      throw new IllegalArgumentException(clusters + " clusters of " + rows.length / width);
    }
    float[] origin = RowColumns.mean(rows, width);
    RowColumns columns = new RowColumns(rows, width, origin);
    SplitMix random = new SplitMix(seed);
    Lloyd best = settled(new Lloyd(columns, clusters, random, threads));
    for (int run = 1; run < RUNS; run++) {
      Lloyd next = settled(new Lloyd(columns, clusters, random, threads));
      best = next.inertia() < best.inertia() ? next : best;
    }
    return new KMeans(best.centres(), origin, best.inertia());
  }

  private static Lloyd settled(Lloyd run) {
    double before = run.round();
    for (int round = 1; round < MOST_ROUNDS; round++) {
      double now = run.round();
      if (before - now <= SETTLED * before) {
        break;
      }
      before = now;
    }
    return run;
  }

  /** Returns the centres, {@code [k][width]}, in the rows' own units: the arrays themselves. */
  public float[][] centres() {
    return centres;
  }

  /** Returns the sum over the rows learnt from of the squared distance to the nearest centre. */
  public double inertia() {
    return inertia;
  }

  /**
   * Returns the cluster of each row, from 0.
   *
   * @param rows row-major, {@code [rows, width]}
   * @param threads at least 1
   */
  public int[] assign(float[] rows, int threads) {
    if (rows.length % origin.length != 0) {
      throw new IllegalArgumentException(rows.length + " values, rows of " + origin.length);
    }
    double[][] points = new double[centres.length][origin.length];
    for (int c = 0; c < points.length; c++) {
      for (int j = 0; j < origin.length; j++) {
        points[c][j] = centres[c][j] - origin[j];
      }
    }
    RowColumns columns = new RowColumns(rows, origin.length, origin);
    Nearest nearest = new Nearest(columns);
    nearest.find(points, threads);
    return nearest.point();
  }
}
