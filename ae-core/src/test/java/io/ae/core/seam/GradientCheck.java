package io.ae.core.seam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.graph.DType;
import io.ae.api.graph.Var;
import io.ae.api.model.Optimiser;
import io.ae.core.trace.PhaseProgram;
import io.ae.core.trace.TraceOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Holds the gradients of every phase against central differences of its loss, in double precision.
 * A step of plain descent at rate 1 moves a parameter by its gradient.
 */
final class GradientCheck {
  private static final double STEP = 1e-5;
  private static final double TOLERANCE = 2e-7;
  private static final int ELEMENTS = 5;

  private GradientCheck() {}

  /**
   * @param checked names of the parameters; straight-through gradients are no derivatives
   */
  static void hold(Nine nine, Predicate<String> checked) {
    TraceOptions descent = new TraceOptions(Map.of("*", Optimiser.sgd(1, 0)), 0);
    try (Taught taught = new Taught(nine.network, nine.spec, DType.F64, 3, descent)) {
      for (PhaseProgram phase : taught.traced.phases()) {
        hold(taught, "train." + phase.name(), nine.few, checked);
      }
    }
  }

  private static void hold(Taught taught, String train, Examples data, Predicate<String> checked) {
    Map<String, double[]> state = state(taught);
    taught.run(train, data);
    Map<String, double[]> after = state(taught);
    List<String> moved =
        taught.traced.program().function(train).writes().keySet().stream()
            .filter(Var::parameter)
            .map(Var::name)
            .filter(checked)
            .toList();
    assertThat(moved).as("parameters of " + train).isNotEmpty();
    for (String name : moved) {
      double[] values = state.get(name);
      for (int i = 0; i < values.length; i += 1 + values.length / ELEMENTS) {
        double gradient = values[i] - after.get(name)[i];
        double slope =
            (loss(taught, train, data, state, name, i, STEP)
                    - loss(taught, train, data, state, name, i, -STEP))
                / (2 * STEP);
        assertThat(gradient)
            .as(train + ": gradient by element " + i + " of " + name)
            .isCloseTo(slope, within(TOLERANCE * Math.max(1, Math.abs(slope))));
      }
    }
    state.forEach(taught::write);
  }

  private static Map<String, double[]> state(Taught taught) {
    Map<String, double[]> state = new LinkedHashMap<>();
    taught.traced.program().state().forEach(v -> state.put(v.name(), taught.read(v.name())));
    return state;
  }

  private static double loss(
      Taught taught,
      String train,
      Examples data,
      Map<String, double[]> state,
      String name,
      int i,
      double by) {
    state.forEach(taught::write);
    double[] changed = state.get(name).clone();
    changed[i] += by;
    taught.write(name, changed);
    return taught.run(train, data).get("loss")[0];
  }
}
