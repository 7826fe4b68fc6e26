package io.ae.core.baseline;

import io.ae.core.metric.Parallel;

/** For each row the nearest of some points. */
final class Nearest {
  private final RowColumns rows;
  private final int[] point;
  private final float[] distance;

  Nearest(RowColumns rows) {
    this.rows = rows;
    this.point = new int[rows.rows()];
    this.distance = new float[rows.rows()];
  }

  /** Returns the number of each row's nearest point. */
  int[] point() {
    return point;
  }

  /** Returns the squared distance of each row to it. */
  float[] distance() {
    return distance;
  }

  /** Finds them among points about the rows' origin; of equally near ones, the first. */
  void find(double[][] points, int threads) {
    Parallel.rows(
        rows.blocks(),
        threads,
        (part, from, to) -> {
          float[] now = new float[RowColumns.ROWS];
          for (int block = from; block < to; block++) {
            for (int c = 0; c < points.length; c++) {
              rows.distances(block, points[c], now);
              keep(block, c, now);
            }
          }
        });
  }

  private void keep(int block, int c, float[] now) {
    int first = block * RowColumns.ROWS;
    for (int r = 0; r < rows.rows(block); r++) {
      if (c == 0 || now[r] < distance[first + r]) {
        distance[first + r] = now[r];
        point[first + r] = c;
      }
    }
  }
}
