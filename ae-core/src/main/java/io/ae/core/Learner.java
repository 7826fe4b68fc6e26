package io.ae.core;

import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.Function;
import io.ae.api.graph.Schedule;
import io.ae.core.trace.ModelProgram;
import io.ae.core.trace.PhaseProgram;
import io.ae.core.train.TrainConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Learns from rows as they come: each call is one step of the model's last turn, at a constant
 * rate. The model may be used meanwhile, by other threads too; each of its calls sees the state
 * between two steps. Used by one thread; closing it leaves the model open.
 */
public final class Learner implements AutoCloseable {
  private final TrainedModel model;
  private final CompiledModel compiled;
  private final int features;
  private final int most;
  private final double rateOverride;
  private final List<PhaseProgram> phases;
  private final List<Session> sessions = new ArrayList<>();
  private long rows;

  Learner(TrainedModel model, CompiledModel compiled, ModelProgram program, TrainConfig config) {
    this.model = model;
    this.compiled = compiled;
    this.features = model.data().features();
    this.most = config.batch();
    Double rate = config.rate();
    this.rateOverride = rate == null ? Double.NaN : rate;
    int last = program.phases().get(program.phases().size() - 1).turn();
    this.phases = program.phases().stream().filter(p -> p.turn() == last).toList();
    for (PhaseProgram phase : phases) {
      Function function = compiled.program().function("train." + phase.name());
      int nonZeros = RowInput.sparse(function) ? Math.multiplyExact(most, features) : 0;
      sessions.add(compiled.session(function.name(), most, nonZeros));
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
    RowReader.of(batch, features).read(block, batch.length);
    double loss = 0;
    for (int i = 0; i < phases.size(); i++) {
      PhaseProgram phase = phases.get(i);
      Session session = sessions.get(i);
      Function function = compiled.program().function("train." + phase.name());
      if (batch.length <= most) {
        RowInput.put(session, RowInput.sparse(function), block, batch.length, features);
      }
      scalars(phase, session, function, batch.length);
      session.run(batch.length, rows);
      loss += Floats.get(session.output("loss"), session.type("loss"), 1)[0];
    }
    rows += batch.length;
    return loss;
  }

  private void scalars(PhaseProgram phase, Session session, Function function, int n) {
    for (var input : function.inputs()) {
      String name = input.name();
      if (name.equals("rate")) {
        put(session, name, Double.isNaN(rateOverride) ? phase.rate() : rateOverride);
      } else if (phase.scheduled().containsKey(name)) {
        put(session, name, scheduled(phase.scheduled(), name));
      } else if (name.equals("label") && n <= most) {
        float[] none = new float[n];
        Arrays.fill(none, -1);
        Floats.put(none, n, session.input(name), session.type(name));
      }
    }
  }

  /** Where training would end: a learner has no last step. */
  private static double scheduled(Map<String, Schedule> all, String name) {
    return Objects.requireNonNull(all.get(name)).at(1, 1);
  }

  private static void put(Session session, String name, double value) {
    Floats.put(new float[] {(float) value}, 1, session.input(name), session.type(name));
  }

  /** Frees what learning needs; the model stays. Twice is fine. */
  @Override
  public void close() {
    sessions.forEach(Session::close);
  }
}
