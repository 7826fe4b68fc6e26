package io.ae.core.baseline;

import io.ae.core.data.Dataset;
import io.ae.core.data.Scaling;
import io.ae.core.metric.Axpy;
import io.ae.core.metric.Parallel;
import java.util.Arrays;

/**
 * The covariance of wide rows, never written down: Xᵀ(X·v), block by block, in single precision
 * within a block.
 */
final class RowProducts implements Symmetric {
  private static final int BLOCK = 128;

  /** Columns at a time: with the rows of a block they fit into a core's first cache. */
  private static final int DEPTH = 32;

  private final Dataset data;
  private final Scaling scaling;
  private final double[] mean;
  private final int threads;

  RowProducts(Dataset data, Scaling scaling, int threads) {
    this.data = data;
    this.scaling = scaling;
    this.threads = threads;
    this.mean = new double[data.spec().features()];
    float[] row = new float[mean.length];
    for (int i = 0; i < data.size(); i++) {
      copy(i, row);
      for (int j = 0; j < row.length; j++) {
        mean[j] += row[j];
      }
    }
    for (int j = 0; j < mean.length; j++) {
      mean[j] /= data.size();
    }
  }

  double[] mean() {
    return mean;
  }

  private void copy(int row, float[] into) {
    System.arraycopy(data.values(), row * into.length, into, 0, into.length);
    scaling.apply(into, 1);
  }

  @Override
  public double trace() {
    double sum = 0;
    float[] row = new float[mean.length];
    for (int i = 0; i < data.size(); i++) {
      copy(i, row);
      for (int j = 0; j < row.length; j++) {
        sum += (row[j] - mean[j]) * (row[j] - mean[j]);
      }
    }
    return sum / data.size();
  }

  @Override
  public double[][] times(double[][] vectors) {
    Part[] parts = new Part[threads];
    Parallel.rows(
        data.size(),
        threads,
        (part, from, to) -> {
          parts[part] = new Part(vectors);
          for (int i = from; i < to; i += BLOCK) {
            parts[part].add(i, Math.min(BLOCK, to - i));
          }
        });
    double[][] images = new double[vectors.length][mean.length];
    for (Part part : parts) {
      for (int c = 0; part != null && c < images.length; c++) {
        Pca.subtract(images[c], part.images[c], -1.0 / data.size());
      }
    }
    return images;
  }

  /** One thread's share. */
  private final class Part {
    final double[][] images;
    private final float[][] directions;
    private final float[][] rows = new float[BLOCK][mean.length];
    private final float[][] columns = new float[(mean.length + 3) / 4 * 4][BLOCK];
    private final float[][] along;
    private final float[][] sums;

    Part(double[][] vectors) {
      images = new double[vectors.length][mean.length];
      directions = new float[vectors.length][columns.length];
      along = new float[vectors.length][BLOCK];
      sums = new float[vectors.length][mean.length];
      for (int c = 0; c < vectors.length; c++) {
        for (int j = 0; j < mean.length; j++) {
          directions[c][j] = (float) vectors[c][j];
        }
      }
    }

    void add(int first, int n) {
      load(first, n);
      for (float[] product : along) {
        Arrays.fill(product, 0);
      }
      for (int from = 0; from < columns.length; from += DEPTH) {
        int to = Math.min(from + DEPTH, columns.length);
        for (int c = 0; c < directions.length; c++) {
          Axpy.combine(along[c], BLOCK, directions[c], columns, from, to);
        }
      }
      for (int i = 0; i < BLOCK; i += 4) {
        for (int c = 0; c < directions.length; c++) {
          Axpy.combine(sums[c], mean.length, along[c], rows, i, i + 4);
        }
      }
      for (int c = 0; c < sums.length; c++) {
        for (int j = 0; j < mean.length; j++) {
          images[c][j] += sums[c][j];
        }
        Arrays.fill(sums[c], 0);
      }
    }

    /** Rows beyond the last are 0. */
    private void load(int first, int n) {
      for (int i = 0; i < BLOCK; i++) {
        float[] row = rows[i];
        if (i >= n) {
          Arrays.fill(row, 0);
        } else {
          copy(first + i, row);
          for (int j = 0; j < row.length; j++) {
            row[j] -= (float) mean[j];
          }
        }
        for (int j = 0; j < row.length; j++) {
          columns[j][i] = row[j];
        }
      }
    }
  }
}
