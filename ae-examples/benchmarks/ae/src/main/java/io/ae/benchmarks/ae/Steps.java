package io.ae.benchmarks.ae;

import io.ae.api.backend.Session;
import io.ae.api.graph.Function;
import io.ae.core.trace.PhaseProgram;
import io.ae.core.train.Reals;
import io.ae.core.train.SessionInputs;

/** The steps of a network's only phase, as the trainer runs them. */
final class Steps implements AutoCloseable {
  private static final int NO_LABEL = -1;

  private final Session session;
  private final SessionInputs inputs;
  private final Reals loss;
  private final double rate;
  private final int batch;
  private final int width;

  Steps(Compiled compiled, int batch) {
    PhaseProgram phase = compiled.traced().phases().get(0);
    Function function = compiled.model().program().function("train." + phase.name());
    this.batch = batch;
    this.width = Math.toIntExact(rowElements(function));
    this.rate = phase.rate();
    this.session = compiled.model().session(function.name(), batch);
    this.inputs = new SessionInputs(session, function, width);
    this.loss = Reals.output(session, "loss");
  }

  private static long rowElements(Function function) {
    return function.inputs().stream()
        .filter(input -> input.name().equals("x"))
        .findFirst()
        .orElseThrow()
        .type()
        .shape()
        .elementsPerRow();
  }

  /**
   * Copies a batch in and runs a step on it.
   *
   * @param rows {@code [batch, features]}
   * @param labels one a row; empty where there are none
   */
  void run(float[] rows, int[] labels) {
    for (int i = 0; i < batch; i++) {
      inputs.put(i, rows, i * width, labels.length == 0 ? NO_LABEL : labels[i]);
    }
    inputs.scalar("rate", rate);
    session.run(batch, 0);
  }

  /** Returns the last step's loss. */
  double loss() {
    return loss.get(0);
  }

  @Override
  public void close() {
    session.close();
  }
}
