package io.ae.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.graph.DType;
import io.ae.api.graph.Function;
import io.ae.api.graph.Init;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Program;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.core.autodiff.Tracer;
import io.ae.core.backend.JavaBackendProvider;
import io.ae.core.data.Dataset;
import io.ae.core.data.Scaling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private final Var step =
      new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);

  @Test
  void theErrorIsOfTheScaledRows() {
    Dataset rows = Dataset.of(new float[][] {{0, 10}, {4, 10}, {2, 30}});
    Scaling scaling =
        new Scaling(Scaling.Kind.MIN_MAX, new double[] {0, 10}, new double[] {.25, .05});
    Map<String, Double> metrics = evaluate(rows, scaling, false).metrics();

    // Scaled rows (0, 0), (1, 0), (.5, 1); the model halves them.
    double squared = (0 + .25 + .0625 + .25) / 3;
    assertThat(metrics.keySet()).containsExactly("mse", "squaredError");
    assertThat(metrics.get("squaredError")).isCloseTo(squared, within(1e-9));
    assertThat(metrics.get("mse")).isCloseTo(squared / 2, within(1e-9));
  }

  @Test
  void corruptedRowsAreHeldAgainstCleanOnes() {
    Dataset rows = Dataset.of(new float[][] {{2, 2}, {4, 0}});
    Evaluation found = evaluate(rows, Scaling.none(), true);

    // Corruption takes 2 away: (0, 0), (2, -2) are halved and compared with the clean rows.
    assertThat(found.clean().squared()).containsExactly(2, 4);
    assertThat(found.metrics().get("mseCorrupted")).isEqualTo((4 + 4 + 9 + 1) / 4.0);
  }

  @Test
  void worstAndBestRows() {
    RowErrors errors = new RowErrors(new double[] {3, 1, 4, 1, 5}, 2);

    assertThat(errors.worst(3)).containsExactly(4, 2, 0);
    assertThat(errors.best(9)).containsExactly(1, 3, 0, 2, 4);
    assertThat(errors.squaredError()).isEqualTo(2.8);
    assertThat(errors.mse()).isEqualTo(1.4);
  }

  private Evaluation evaluate(Dataset rows, Scaling scaling, boolean corrupting) {
    Map<String, Function> functions = new LinkedHashMap<>();
    functions.put("reconstruct", halved());
    if (corrupting) {
      functions.put("corrupt", less());
    }
    try (Backend backend = new JavaBackendProvider().open(new BackendSettings(1));
        CompiledModel model =
            backend.compile(
                new Program(List.of(step), functions), new CompileOptions(DType.F32, 1))) {
      return Evaluation.of(model, scaling, rows);
    }
  }

  private Function halved() {
    return Tracer.trace("reconstruct", false, step, o -> Map.of("reconstruction", o.mul(x(o), .5)));
  }

  private Function less() {
    return Tracer.trace("corrupt", true, step, o -> Map.of("corrupted", o.sub(x(o), 2)));
  }

  private static Value x(io.ae.api.graph.Ops o) {
    return o.input("x", Type.real(Shape.rows(2)));
  }
}
