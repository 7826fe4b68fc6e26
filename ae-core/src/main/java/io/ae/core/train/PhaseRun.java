package io.ae.core.train;

import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.Function;
import io.ae.api.graph.Schedule;
import io.ae.core.trace.PhaseProgram;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps of one phase, and what they add up to in an epoch. */
final class PhaseRun implements AutoCloseable {
  private final PhaseProgram phase;
  private final double rate;
  private final Schedule schedule;
  private final CompiledModel model;
  private final Session session;
  private final SessionInputs inputs;
  private final Session.Filler rows;
  private final List<Map.Entry<String, Schedule>> scheduled;
  private final Reals loss;
  private final Reals[] terms;
  private final double[] sums;

  /**
   * @param rows of each step; null where they are put into the {@link #inputs}
   */
  PhaseRun(
      PhaseProgram phase,
      double rate,
      Schedule schedule,
      CompiledModel model,
      Sizes sizes,
      @Nullable BatchRows rows) {
    this.phase = phase;
    this.rate = rate;
    this.schedule = schedule;
    this.model = model;
    String name = "train." + phase.name();
    Function function = model.program().function(name);
    this.session = model.session(name, sizes.batch(), sizes.nonZeros());
    this.inputs = new SessionInputs(session, function, sizes.width());
    this.rows = rows == null ? (from, to) -> {} : rows.into(inputs);
    this.scheduled = List.copyOf(phase.scheduled().entrySet());
    this.loss = Reals.output(session, "loss");
    this.terms =
        phase.terms().stream().map(t -> Reals.output(session, "term." + t)).toArray(Reals[]::new);
    this.sums = new double[1 + terms.length];
  }

  /**
   * Sizes of a session.
   *
   * @param batch most rows
   * @param nonZeros most non-zeros, 0 where rows are dense
   * @param width values of a row
   */
  record Sizes(int batch, int nonZeros, int width) {}

  PhaseProgram phase() {
    return phase;
  }

  BatchTarget inputs() {
    return inputs;
  }

  /** Writes what the phase writes once when it begins. */
  void begin() {
    if (phase.begins()) {
      try (Session begin = model.session("begin." + phase.name(), 1)) {
        begin.run(1, 0);
      }
    }
  }

  /**
   * Runs one step on the rows of the batch.
   *
   * @param n how many they are
   * @param step of the phase, from 0
   * @param steps of the phase
   * @return the loss
   */
  double step(int n, long firstRow, long step, long steps) {
    inputs.scalar("rate", rate * schedule.at(step, steps));
    for (int i = 0; i < scheduled.size(); i++) {
      Map.Entry<String, Schedule> s = scheduled.get(i);
      inputs.scalar(s.getKey(), s.getValue().at(step, steps));
    }
    session.run(n, firstRow, rows);
    double value = loss.get(0);
    sums[0] += value * n;
    for (int i = 0; i < terms.length; i++) {
      sums[i + 1] += terms[i].get(0) * n;
    }
    return value;
  }

  /** Returns the learning rate before its schedule. */
  double rate() {
    return rate;
  }

  double meanLoss(long rows) {
    return sums[0] / rows;
  }

  Map<String, Double> meanTerms(long rows) {
    Map<String, Double> means = new LinkedHashMap<>();
    for (int i = 0; i < terms.length; i++) {
      means.put(phase.terms().get(i), sums[i + 1] / rows);
    }
    return means;
  }

  void clearSums() {
    java.util.Arrays.fill(sums, 0);
  }

  /** Adds the epoch's sums so far, under the phase's name and {@code phase/term}. */
  void saveSums(Map<String, Double> into) {
    for (int i = 0; i < sums.length; i++) {
      into.put(key(i), sums[i]);
    }
  }

  void restoreSums(Map<String, Double> from) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = from.getOrDefault(key(i), 0.0);
    }
  }

  private String key(int i) {
    return i == 0 ? phase.name() : phase.name() + "/" + phase.terms().get(i - 1);
  }

  @Override
  public void close() {
    session.close();
  }
}
