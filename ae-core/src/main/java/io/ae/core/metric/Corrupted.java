package io.ae.core.metric;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How well a model undoes what its training does to rows, on new draws.
 *
 * @param input errors of the corrupted rows themselves, against the clean ones
 * @param output errors of the reconstructions from corrupted rows, against the clean ones
 * @param replaced mean over the values that no longer depend on the clean ones (masked, hidden,
 *     made salt or pepper) of (x − z)²; NaN if there are none
 * @param meanFill the same where the mean of the training rows' column stands for z; NaN without
 *     training rows
 */
public record Corrupted(RowErrors input, RowErrors output, double replaced, double meanFill) {
  /**
   * Returns {@code mseCorrupted}, {@code mseCorruptedInput} and, where they are known, {@code
   * mseReplaced} and {@code mseMeanFill}.
   */
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("mseCorrupted", output.mse());
    metrics.put("mseCorruptedInput", input.mse());
    putFinite(metrics, "mseReplaced", replaced);
    putFinite(metrics, "mseMeanFill", meanFill);
    return metrics;
  }

  private static void putFinite(Map<String, Double> metrics, String name, double value) {
    if (Double.isFinite(value)) {
      metrics.put(name, value);
    }
  }

  /** Gathers them, block by block. */
  static final class Gathering implements AutoCloseable {
    private final RowFunction corrupt;
    private final float @Nullable [] fill;
    private final int width;
    private final ErrorList input = new ErrorList();
    private final ErrorList output = new ErrorList();
    private double replaced;
    private double filled;
    private long count;

    /**
     * @param fill what stands for a value that is not known, {@code [D]}
     */
    Gathering(RowFunction corrupt, int width, float @Nullable [] fill) {
      this.corrupt = corrupt;
      this.width = width;
      this.fill = fill;
    }

    void add(RowFunction reconstruct, float[] x, int n, long first) {
      float[] bad = corrupt.run(x, n, first);
      float[] z = reconstruct.run(bad, n, first);
      input.add(x, bad, n, width);
      output.add(x, z, n, width);
      // The same draws on other rows: what stays equal does not depend on the row.
      float[] other = x.clone();
      for (int j = 0; j < n * width; j++) {
        other[j] += 1;
      }
      float[] otherBad = corrupt.run(other, n, first);
      for (int j = 0; j < n * width; j++) {
        if (bad[j] == otherBad[j]) {
          replaced += (double) (x[j] - z[j]) * (x[j] - z[j]);
          count++;
          if (fill != null) {
            double d = x[j] - fill[j % width];
            filled += d * d;
          }
        }
      }
    }

    Corrupted toCorrupted() {
      return new Corrupted(
          input.toErrors(width),
          output.toErrors(width),
          replaced / count,
          fill == null ? Double.NaN : filled / count);
    }

    @Override
    public void close() {
      corrupt.close();
    }
  }
}
