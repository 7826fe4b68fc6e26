package io.ae.core.metric;

import java.util.Arrays;

/**
 * How well clusters found without labels agree with classes: the share of rows in the right one
 * when each class is given at most one cluster, by the best such matching (Kuhn, "The Hungarian
 * method for the assignment problem", Naval Research Logistics Quarterly 1955).
 */
public final class ClusterAccuracy {
  private ClusterAccuracy() {}

  /**
   * Returns the share.
   *
   * @param clusters one for each row, from 0
   * @param labels one for each row; rows with −1 are not counted
   * @return in [0, 1]; NaN if no row has a label
   */
  public static double of(int[] clusters, int[] labels) {
    if (clusters.length != labels.length) {
      throw new IllegalArgumentException(clusters.length + " rows, " + labels.length + " labels");
    }
    int most = Math.max(Arrays.stream(clusters).max().orElse(0), 0);
    int size = Math.max(most, Arrays.stream(labels).max().orElse(0)) + 1;
    long[][] rows = new long[size][size];
    long counted = 0;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] >= 0) {
        rows[clusters[i]][labels[i]]++;
        counted++;
      }
    }
    return counted == 0 ? Double.NaN : (double) best(rows) / counted;
  }

  /**
   * Returns the largest sum of a square matrix's elements, one from each row and column: row by row
   * along the cheapest augmenting path, costs being the negated elements.
   */
  private static long best(long[][] gain) {
    int n = gain.length;
    long[] rowPrice = new long[n + 1];
    long[] columnPrice = new long[n + 1];
    int[] owner = new int[n + 1]; // row of each column from 1; 0 is none
    for (int row = 1; row <= n; row++) {
      int[] from = new int[n + 1];
      long[] slack = new long[n + 1];
      boolean[] seen = new boolean[n + 1];
      Arrays.fill(slack, Long.MAX_VALUE);
      owner[0] = row;
      int column = 0;
      while (owner[column] != 0) {
        seen[column] = true;
        int next = 0;
        for (int j = 1; j <= n; j++) {
          int i = owner[column];
          long cost = -gain[i - 1][j - 1] - rowPrice[i] - columnPrice[j];
          if (!seen[j] && cost < slack[j]) {
            slack[j] = cost;
            from[j] = column;
          }
          next = !seen[j] && (next == 0 || slack[j] < slack[next]) ? j : next;
        }
        long step = slack[next];
        for (int j = 0; j <= n; j++) {
          rowPrice[owner[j]] += seen[j] ? step : 0;
          columnPrice[j] -= seen[j] ? step : 0;
          slack[j] -= seen[j] || slack[j] == Long.MAX_VALUE ? 0 : step;
        }
        column = next;
      }
      for (; column != 0; column = from[column]) {
        owner[column] = owner[from[column]];
      }
    }
    long sum = 0;
    for (int j = 1; j <= n; j++) {
      sum += gain[owner[j] - 1][j - 1];
    }
    return sum;
  }
}
