package io.ae.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.graph.DType;
import io.ae.api.graph.Function;
import io.ae.api.graph.Init;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Ops;
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

  private java.util.function.Function<Ops, Value> corruption = o -> o.sub(x(o), 2);

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
    assertThat(found.metrics().get("mseCorruptedInput")).isEqualTo(4);
    assertThat(found.metrics()).as("nothing is replaced").doesNotContainKey("mseReplaced");
  }

  @Test
  void whatIsReplacedIsFoundEvenWhereItHadTheSameValue() {
    corruption = o -> o.mul(x(o), o.oneHot(o.index(o.constant(1)), 2));
    Evaluation found = evaluate(Dataset.of(new float[][] {{2, 2}, {0, 4}}), Scaling.none(), true);

    // The first value of each row becomes 0, is halved to 0, and the means of training are (3, 1).
    assertThat(found.metrics().get("mseReplaced")).isEqualTo(2);
    assertThat(found.metrics().get("mseMeanFill")).isEqualTo((1 + 9) / 2.0);
    assertThat(found.metrics().get("mseCorruptedInput")).isEqualTo(4 / 4.0);
  }

  @Test
  void restoredRowsAreInTheirOwnUnits() {
    Scaling scaling = new Scaling(Scaling.Kind.MIN_MAX, new double[] {1, 1}, new double[] {.5, .5});
    Dataset rows = Dataset.of(new float[][] {{1, 3}, {5, 1}});
    Restoration found = with(true, model -> Restoration.of(model, scaling, rows));

    // Scaled (0, 1), (2, 0); 2 less; halved; scaled back.
    assertThat(found.corrupted()).isDeepEqualTo(new float[][] {{-3, -1}, {1, -3}});
    assertThat(found.restored().rows()).isDeepEqualTo(new float[][] {{-1, 0}, {1, -1}});
    assertThat(found.restored().squaredError()).containsExactly(1 + 2.25, 4 + 1);
    assertThatThrownBy(() -> with(false, model -> Restoration.of(model, scaling, rows)))
        .hasMessageContaining("corrupts nothing");
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
    Dataset train = Dataset.of(new float[][] {{1, 0}, {5, 2}});
    return with(corrupting, model -> Evaluation.of(model, scaling, rows, train));
  }

  private <T> T with(boolean corrupting, java.util.function.Function<CompiledModel, T> work) {
    Map<String, Function> functions = new LinkedHashMap<>();
    functions.put("reconstruct", halved());
    if (corrupting) {
      functions.put("corrupt", corrupted());
    }
    try (Backend backend = new JavaBackendProvider().open(new BackendSettings(1));
        CompiledModel model =
            backend.compile(
                new Program(List.of(step), functions), new CompileOptions(DType.F32, 1))) {
      return work.apply(model);
    }
  }

  private Function halved() {
    return Tracer.trace("reconstruct", false, step, o -> Map.of("reconstruction", o.mul(x(o), .5)));
  }

  private Function corrupted() {
    return Tracer.trace("corrupt", true, step, o -> Map.of("corrupted", corruption.apply(o)));
  }

  private static Value x(Ops o) {
    return o.input("x", Type.real(Shape.rows(2)));
  }
}
