package io.ae.core.metric;

import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.data.Cursor;
import io.ae.api.data.Source;
import io.ae.api.graph.Function;
import io.ae.api.graph.Kind;
import io.ae.core.data.Scaling;
import io.ae.core.train.Reals;
import io.ae.core.train.SessionInputs;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How well a model reconstructs rows; the reconstructions are not kept.
 *
 * @param clean errors of reconstructions from the rows as they are
 * @param corrupted errors, against the clean rows, of reconstructions from corrupted ones; null if
 *     the model corrupts nothing
 */
public record Evaluation(RowErrors clean, @Nullable RowErrors corrupted) {
  private static final int BATCH = 256;
  private static final String RECONSTRUCT = "reconstruct";
  private static final String CORRUPT = "corrupt";

  /**
   * Reconstructs every row.
   *
   * @param model with a function {@code reconstruct}
   * @param scaling applied to the rows
   * @param rows in their own units
   * @throws io.ae.api.AeException {@code AE-G003} if the model does not reconstruct
   */
  public static Evaluation of(CompiledModel model, Scaling scaling, Source rows) {
    int width = rows.spec().features();
    Runner reconstruct = new Runner(model, RECONSTRUCT, "reconstruction", width);
    Runner corrupt =
        model.program().functions().containsKey(CORRUPT)
            ? new Runner(model, CORRUPT, "corrupted", width)
            : null;
    Errors clean = new Errors();
    Errors noisy = new Errors();
    try (reconstruct;
        corrupt;
        Cursor cursor = rows.open()) {
      float[] block = new float[BATCH * width];
      long first = 0;
      for (int n; (n = read(cursor, block, width)) > 0; first += n) {
        scaling.apply(block, n);
        clean.add(block, reconstruct.run(block, n, first), n, width);
        if (corrupt != null) {
          float[] bad = corrupt.run(block, n, first);
          noisy.add(block, reconstruct.run(bad, n, first), n, width);
        }
      }
    }
    return new Evaluation(clean.toErrors(width), corrupt == null ? null : noisy.toErrors(width));
  }

  /**
   * Returns {@code mse} (mean over rows and features), {@code squaredError} (mean over rows), and
   * {@code mseCorrupted} where the model corrupts; nothing for no rows.
   */
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    if (clean.rows() > 0) {
      metrics.put("mse", clean.mse());
      metrics.put("squaredError", clean.squaredError());
      if (corrupted != null) {
        metrics.put("mseCorrupted", corrupted.mse());
      }
    }
    return metrics;
  }

  private static int read(Cursor cursor, float[] block, int width) {
    int n = 0;
    while (n < BATCH && cursor.next()) {
      cursor.values(block, n * width);
      n++;
    }
    return n;
  }

  /** One function of rows to rows. */
  private static final class Runner implements AutoCloseable {
    private final Session session;
    private final SessionInputs inputs;
    private final Reals output;
    private final int width;

    Runner(CompiledModel model, String name, String output, int width) {
      Function function = model.program().function(name);
      boolean sparse = function.inputs().stream().anyMatch(i -> i.type().kind() == Kind.SPARSE);
      this.session = model.session(name, BATCH, sparse ? Math.multiplyExact(BATCH, width) : 0);
      this.inputs = new SessionInputs(session, function, width);
      this.output = Reals.output(session, output);
      this.width = width;
    }

    float[] run(float[] rows, int n, long first) {
      for (int i = 0; i < n; i++) {
        inputs.put(i, rows, i * width, -1);
      }
      session.run(n, first);
      float[] values = new float[n * width];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) output.get(i);
      }
      return values;
    }

    @Override
    public void close() {
      session.close();
    }
  }

  /** Grows row by row. */
  private static final class Errors {
    private double[] squared = new double[BATCH];
    private int rows;

    void add(float[] x, float[] z, int n, int width) {
      if (rows + n > squared.length) {
        squared = Arrays.copyOf(squared, Math.max(rows + n, 2 * squared.length));
      }
      for (int i = 0; i < n; i++, rows++) {
        double sum = 0;
        for (int j = i * width; j < (i + 1) * width; j++) {
          double d = x[j] - z[j];
          sum += d * d;
        }
        squared[rows] = sum;
      }
    }

    RowErrors toErrors(int width) {
      return new RowErrors(Arrays.copyOf(squared, rows), width);
    }
  }
}
