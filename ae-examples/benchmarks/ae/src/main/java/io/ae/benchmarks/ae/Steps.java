package io.ae.benchmarks.ae;

import io.ae.api.backend.Session;
import io.ae.api.backend.StepTime;
import io.ae.api.graph.Function;
import io.ae.core.trace.PhaseProgram;
import io.ae.core.train.BatchRows;
import io.ae.core.train.Reals;
import io.ae.core.train.SessionInputs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of a network's only phase, as the trainer runs them. */
final class Steps implements AutoCloseable {
  private final Compiled compiled;
  private final PhaseProgram phase;
  private final int batch;
  private final Session session;
  private final SessionInputs inputs;
  private final Reals loss;
  private final BatchRows rows;
  private final Session.Filler filler;
  private @Nullable Session evaluation;

  /**
   * @param batch the most rows of a step
   */
  Steps(Compiled compiled, int batch) {
    this.compiled = compiled;
    this.phase = compiled.traced().phases().get(0);
    this.batch = batch;
    Function function = compiled.model().program().function("train." + phase.name());
    this.session = compiled.model().session(function.name(), batch);
    this.inputs = new SessionInputs(session, function, compiled.width());
    this.rows = new BatchRows(batch);
    this.filler = rows.into(inputs);
    this.loss = Reals.output(session, "loss");
  }

  /**
   * Copies rows in and runs a step on them.
   *
   * @param rows {@code [n, features]}
   * @param labels one a row; empty where there are none
   */
  void run(float[] rows, int[] labels, int n) {
    compiled.put(this.rows, rows, labels, n);
    inputs.scalar("rate", phase.rate());
    session.run(n, 0, filler);
  }

  /** Returns the last step's loss. */
  double loss() {
    return loss.get(0);
  }

  /** Returns the loss of a whole batch of rows as a trained model has it; nothing moves. */
  double evaluate(float[] rows, int[] labels) {
    Function function = compiled.model().program().function("loss." + phase.name());
    Session own = evaluation;
    if (own == null) {
      own = compiled.model().session(function.name(), batch);
      evaluation = own;
    }
    compiled.put(new SessionInputs(own, function, compiled.width()), rows, labels, batch);
    own.run(batch, 0);
    double sum = 0;
    for (String term : phase.terms()) {
      for (float value : Reals.output(own, "term." + term).get(0, batch)) {
        sum += value;
      }
    }
    return sum / batch;
  }

  /** Returns where the time of the steps went. */
  List<StepTime> times() {
    return session.times();
  }

  @Override
  public void close() {
    session.close();
    if (evaluation != null) {
      evaluation.close();
    }
  }
}
