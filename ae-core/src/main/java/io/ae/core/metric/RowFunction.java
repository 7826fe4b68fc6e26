package io.ae.core.metric;

import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.Function;
import io.ae.api.graph.Kind;
import io.ae.core.train.Reals;
import io.ae.core.train.SessionInputs;

/** One function of rows to rows. */
final class RowFunction implements AutoCloseable {
  static final int BATCH = 256;
  private static final String CORRUPT = "corrupt";

  private final Session session;
  private final SessionInputs inputs;
  private final Reals output;
  private final int width;

  private RowFunction(CompiledModel model, String name, String output, int width) {
    Function function = model.program().function(name);
    boolean sparse = function.inputs().stream().anyMatch(i -> i.type().kind() == Kind.SPARSE);
    this.session = model.session(name, BATCH, sparse ? Math.multiplyExact(BATCH, width) : 0);
    this.inputs = new SessionInputs(session, function, width);
    this.output = Reals.output(session, output);
    this.width = width;
  }

  /**
   * @throws io.ae.api.AeException {@code AE-G003} if the model does not reconstruct
   */
  static RowFunction reconstruct(CompiledModel model, int width) {
    return new RowFunction(model, "reconstruct", "reconstruction", width);
  }

  /** Returns whether a model's training corrupts rows. */
  static boolean corrupts(CompiledModel model) {
    return model.program().functions().containsKey(CORRUPT);
  }

  static RowFunction corrupt(CompiledModel model, int width) {
    return new RowFunction(model, CORRUPT, "corrupted", width);
  }

  /**
   * Runs on some rows.
   *
   * @param rows row-major, {@code [n, width]}
   * @param first absolute index of the first row, which keys the draws
   */
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
