package io.ae.core;

import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.Function;
import io.ae.api.graph.Kind;
import io.ae.core.trace.ModelProgram;
import io.ae.core.trace.PhaseProgram;
import io.ae.core.train.Reals;
import io.ae.core.train.SessionInputs;
import io.ae.core.train.TrainConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * Learns from rows as they come: each call is one step of the model's last turn, at a constant
 * rate. The model may be used meanwhile, by other threads too; each of its calls sees the state
 * between two steps. Used by one thread; closing it leaves the model open.
 */
public final class Learner implements AutoCloseable {
  private final TrainedModel model;
  private final int features;
  private final int most;
  private final double rateOverride;
  private final List<PhaseProgram> phases;
  private final List<Session> sessions = new ArrayList<>();
  private final List<SessionInputs> inputs = new ArrayList<>();
  private long rows;

  Learner(TrainedModel model, CompiledModel compiled, ModelProgram program, TrainConfig config) {
    this.model = model;
    this.features = model.data().features();
    this.most = config.batch();
    Double rate = config.rate();
    this.rateOverride = rate == null ? Double.NaN : rate;
    int last = program.phases().get(program.phases().size() - 1).turn();
    this.phases = program.phases().stream().filter(p -> p.turn() == last).toList();
    for (PhaseProgram phase : phases) {
      Function function = compiled.program().function("train." + phase.name());
      Session session = compiled.session(function.name(), most, nonZeros(function));
      sessions.add(session);
      inputs.add(new SessionInputs(session, function, features));
    }
  }

  /** Returns the model that learns; the caller closes it. */
  public TrainedModel model() {
    return model;
  }

  /** Learns from one row and returns its loss before the step. */
  public double learn(float[] row) {
    return learn(new float[][] {row});
  }

  /**
   * Learns from some rows in one step.
   *
   * @param batch {@code [rows][features]}, no more rows than the config's batch
   * @return the mean loss before the step, summed over the phases of the turn
   * @throws io.ae.api.AeException {@code AE-D010} if a row has another width or a value is not
   *     finite, {@code AE-B022} if there are no or too many rows, {@code AE-M001} if the model is
   *     closed
   */
  public double learn(float[][] batch) {
    return model.during(() -> step(batch));
  }

  private double step(float[][] batch) {
    float[] block = new float[Math.multiplyExact(batch.length, features)];
    RowReader.of(batch, features).read(block, batch.length, null);
    double loss = 0;
    for (int i = 0; i < phases.size(); i++) {
      Session session = sessions.get(i);
      fill(phases.get(i), inputs.get(i), block, Math.min(batch.length, most));
      session.run(batch.length, rows);
      loss += Reals.output(session, "loss").get(0);
    }
    rows += batch.length;
    return loss;
  }

  private void fill(PhaseProgram phase, SessionInputs into, float[] block, int n) {
    for (int i = 0; i < n; i++) {
      into.put(i, block, i * features, -1);
    }
    into.scalar("rate", Double.isNaN(rateOverride) ? phase.rate() : rateOverride);
    // Where training would end: a learner has no last step.
    phase.scheduled().forEach((name, schedule) -> into.scalar(name, schedule.at(1, 1)));
  }

  private int nonZeros(Function function) {
    boolean sparse =
        function.inputs().stream().anyMatch(input -> input.type().kind() == Kind.SPARSE);
    return sparse ? Math.multiplyExact(most, features) : 0;
  }

  /** Frees what learning needs; the model stays. Twice is fine. */
  @Override
  public void close() {
    sessions.forEach(Session::close);
  }
}
