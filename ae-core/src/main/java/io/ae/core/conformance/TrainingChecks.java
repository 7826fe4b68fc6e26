package io.ae.core.conformance;

import io.ae.api.backend.BackendProvider;
import io.ae.api.graph.DType;
import io.ae.api.graph.Var;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.api.model.Optimiser;
import io.ae.core.backend.JavaBackendProvider;
import io.ae.core.trace.PhaseProgram;
import io.ae.core.trace.TraceOptions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** M9 to M13: gradients and what training does. */
final class TrainingChecks {
  private static final BackendProvider JAVA = new JavaBackendProvider();
  private static final double STEP = 1e-5;
  private static final int STEPS = 100;

  /** Most variants need no more than the first. */
  private static final int[] BY_HEART = {150, 1500};

  private static final int FEW = 10;

  private final AutoencoderPlugin<?> plugin;
  private final Set<String> estimated;

  /**
   * @param estimated parameters whose gradient is an estimate on purpose
   */
  TrainingChecks(AutoencoderPlugin<?> plugin, Set<String> estimated) {
    this.plugin = plugin;
    this.estimated = Set.copyOf(estimated);
  }

  List<Check> all() {
    return List.of(
        Rule.M9.check(() -> each(this::gradients)),
        Rule.M10.check(() -> each(this::moves)),
        Rule.M11.check(() -> each(this::lowers)),
        Rule.M12.check(this::byHeart),
        Rule.M13.check(this::seeds));
  }

  private interface Body {
    void on(TinyData data);
  }

  private void each(Body body) {
    for (TinyData data : PluginChecks.accepted(plugin)) {
      try {
        body.on(data);
      } catch (CheckFailure e) {
        throw new CheckFailure("with " + data.name() + ": " + e.getMessage(), e);
      }
    }
  }

  private void gradients(TinyData data) {
    TraceOptions plain = new TraceOptions(Map.of("*", Optimiser.sgd(1, 0)), 0);
    try (ModelTrial trial = new ModelTrial(JAVA, plugin, data, DType.F64, 1, plain)) {
      Map<String, double[]> start = trial.state();
      for (PhaseProgram phase : trial.model().phases()) {
        trial.restore(start);
        trial.step(phase, 1, 50, 100);
        Map<String, double[]> after = trial.state();
        for (Var v : trial.model().program().function("train." + phase.name()).writes().keySet()) {
          if (v.parameter() && !estimated.contains(v.name())) {
            gradient(trial, phase, start, after, v.name());
          }
        }
      }
    }
  }

  /** Plain descent at rate 1 moves a parameter by its gradient. */
  private static void gradient(
      ModelTrial trial,
      PhaseProgram phase,
      Map<String, double[]> start,
      Map<String, double[]> after,
      String name) {
    double[] from = start.getOrDefault(name, new double[0]);
    double[] to = after.getOrDefault(name, new double[0]);
    double[] direction = new double[from.length];
    double found = 0;
    for (int i = 0; i < from.length; i++) {
      direction[i] = (i * 0x9E3779B9 >>> 13 & 1) == 0 ? 1 : -1;
      direction[i] *= (1 + i % 5) / 3.0 / Math.sqrt(from.length);
      found += (from[i] - to[i]) * direction[i];
    }
    double above = loss(trial, phase, start, name, shifted(from, direction, STEP));
    double below = loss(trial, phase, start, name, shifted(from, direction, -STEP));
    double wanted = (above - below) / (2 * STEP);
    double scale = Math.abs(wanted) + Math.abs(found);
    if (!(Math.abs(wanted - found) <= 1e-4 * scale + 1e-7)) {
      throw new CheckFailure(
          "the gradient of phase '"
              + phase.name()
              + "' by '"
              + name
              + "' along a direction must be "
              + wanted
              + " (finite differences), got "
              + found);
    }
  }

  private static double[] shifted(double[] from, double[] direction, double by) {
    double[] to = from.clone();
    for (int i = 0; i < to.length; i++) {
      to[i] += by * direction[i];
    }
    return to;
  }

  private static double loss(
      ModelTrial trial,
      PhaseProgram phase,
      Map<String, double[]> start,
      String name,
      double[] values) {
    Map<String, double[]> state = new LinkedHashMap<>(start);
    state.put(name, values);
    trial.restore(state);
    return trial.step(phase, 0, 50, 100);
  }

  private void moves(TinyData data) {
    try (ModelTrial trial = new ModelTrial(plugin, data, DType.F32)) {
      Map<String, double[]> start = trial.state();
      trial.train(FEW);
      Map<String, double[]> after = trial.state();
      for (Var v : trial.vars().all()) {
        double[] values = after.getOrDefault(v.name(), new double[0]);
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
          throw new CheckFailure("'" + v.name() + "' must stay finite in " + FEW + " steps");
        }
        if (v.parameter() && Arrays.equals(values, start.get(v.name()))) {
          throw new CheckFailure(
              "training must move every parameter, but '"
                  + v.name()
                  + "' is the same after "
                  + FEW
                  + " steps");
        }
      }
    }
  }

  private void lowers(TinyData data) {
    try (ModelTrial trial = new ModelTrial(plugin, data, DType.F32)) {
      Map<Integer, Integer> turns = new LinkedHashMap<>();
      trial.model().phases().forEach(p -> turns.merge(p.turn(), 1, Integer::sum));
      Map<String, List<Double>> losses = trial.train(STEPS);
      for (PhaseProgram p : trial.model().phases()) {
        List<Double> of = losses.getOrDefault(p.name(), List.of());
        double first = mean(of.subList(0, FEW));
        double last = mean(of.subList(of.size() - FEW, of.size()));
        boolean alone = turns.getOrDefault(p.turn(), 0) == 1;
        if (!Double.isFinite(last) || alone && !(last < first)) {
          throw new CheckFailure(
              "phase '"
                  + p.name()
                  + "' must lower its loss in "
                  + STEPS
                  + " steps: it was "
                  + first
                  + " and is "
                  + last);
        }
      }
    }
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  private void byHeart() {
    TinyData data = PluginChecks.accepted(plugin).get(0);
    double bound = .5 * data.variance();
    double error = Double.NaN;
    for (int steps : BY_HEART) {
      error = error(data, steps);
      if (error < bound) {
        return;
      }
    }
    throw new CheckFailure(
        TinyData.ROWS
            + " rows must be learnt by heart in "
            + BY_HEART[BY_HEART.length - 1]
            + " steps: squared error "
            + error
            + ", half of the variance is "
            + bound);
  }

  private double error(TinyData data, int steps) {
    try (ModelTrial trial = new ModelTrial(plugin, data, DType.F32)) {
      trial.train(steps);
      double[] z =
          Objects.requireNonNull(trial.run("reconstruct", 0, TinyData.ROWS).get("reconstruction"));
      double error = 0;
      for (int i = 0; i < z.length; i++) {
        error += Math.pow(z[i] - data.values()[i], 2);
      }
      return error;
    }
  }

  private void seeds() {
    TinyData data = PluginChecks.accepted(plugin).get(0);
    Map<String, List<Double>> once = losses(data, 1);
    Map<String, List<Double>> again = losses(data, 1);
    if (!once.equals(again)) {
      throw new CheckFailure(
          "the same seed must give the same losses: " + once + ", then " + again);
    }
    if (once.equals(losses(data, 2))) {
      throw new CheckFailure("another seed must give other losses, both gave " + once);
    }
  }

  private Map<String, List<Double>> losses(TinyData data, long seed) {
    try (ModelTrial trial =
        new ModelTrial(JAVA, plugin, data, DType.F32, seed, TraceOptions.defaults())) {
      return trial.train(FEW);
    }
  }
}
