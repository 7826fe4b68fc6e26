package io.ae.core.baseline;

import io.ae.core.data.SplitMix;
import io.ae.core.metric.Parallel;
import java.util.Arrays;

/** One run of k-means. */
final class Lloyd {
  /** Parts whose sums are added in order, whatever the number of threads. */
  private static final int PARTS = 16;

  private final RowColumns rows;
  private final Nearest nearest;
  private final double[][] centres;
  private final int threads;

  /** Draws the first centres. */
  Lloyd(RowColumns rows, int clusters, SplitMix random, int threads) {
    this.rows = rows;
    this.nearest = new Nearest(rows);
    this.threads = threads;
    this.centres = new double[clusters][];
    double[] chance = new double[rows.rows()];
    Arrays.fill(chance, 1);
    float[] now = new float[RowColumns.ROWS];
    for (int c = 0; c < clusters; c++) {
      centres[c] = rows.row(draw(chance, random));
      for (int block = 0; block < rows.blocks(); block++) {
        rows.distances(block, centres[c], now);
        for (int r = 0; r < rows.rows(block); r++) {
          int i = block * RowColumns.ROWS + r;
          chance[i] = c == 0 ? now[r] : Math.min(chance[i], now[r]);
        }
      }
    }
  }

  private static int draw(double[] chance, SplitMix random) {
    double left = random.between(0, Arrays.stream(chance).sum());
    for (int i = 0; i < chance.length; i++) {
      left -= chance[i];
      if (left < 0) {
        return i;
      }
    }
    // All rows lie on the centres there are: any will do.
    return random.nextInt(chance.length);
  }

  /** Finds each row's centre, then moves the centres; returns the inertia before they moved. */
  double round() {
    nearest.find(centres, threads);
    double before = inertia();
    int[] counts = new int[centres.length];
    double[][] sums = sums(counts);
    for (int c = 0; c < centres.length; c++) {
      if (counts[c] == 0) {
        centres[c] = rows.row(farthest());
      } else {
        for (int j = 0; j < sums[c].length; j++) {
          centres[c][j] = sums[c][j] / counts[c];
        }
      }
    }
    return before;
  }

  /** Returns the inertia of the last round. */
  double inertia() {
    double sum = 0;
    for (float d : nearest.distance()) {
      sum += d;
    }
    return sum;
  }

  float[][] centres() {
    return Arrays.stream(centres).map(rows::restored).toArray(float[][]::new);
  }

  private double[][] sums(int[] counts) {
    int[] own = nearest.point();
    double[][][] parts = new double[PARTS][centres.length][centres[0].length];
    Parallel.rows(
        PARTS,
        threads,
        (thread, from, to) -> {
          for (int p = from; p < to; p++) {
            int end = (int) ((long) own.length * (p + 1) / PARTS);
            for (int i = (int) ((long) own.length * p / PARTS); i < end; i++) {
              rows.add(i, parts[p][own[i]]);
            }
          }
        });
    for (int c : own) {
      counts[c]++;
    }
    for (int p = 1; p < PARTS; p++) {
      for (int c = 0; c < centres.length; c++) {
        Pca.subtract(parts[0][c], parts[p][c], -1);
      }
    }
    return parts[0];
  }

  /** Takes the row farthest from its centre, for a cluster that lost all its rows. */
  private int farthest() {
    float[] distance = nearest.distance();
    int far = 0;
    for (int i = 1; i < distance.length; i++) {
      far = distance[i] > distance[far] ? i : far;
    }
    distance[far] = 0;
    return far;
  }
}
