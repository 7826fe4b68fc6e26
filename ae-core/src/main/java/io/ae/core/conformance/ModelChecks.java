package io.ae.core.conformance;

import io.ae.api.CodeKind;
import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.Session;
import io.ae.api.graph.DType;
import io.ae.api.graph.Function;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Shape;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.core.backend.JavaBackendProvider;
import io.ae.core.trace.PhaseProgram;
import io.ae.core.trace.TraceOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** M8, M14 and M15: what the functions of a model give. */
final class ModelChecks {
  private static final int ROWS = TinyData.ROWS;

  private final AutoencoderPlugin<?> plugin;
  private final BackendProvider backend;

  ModelChecks(AutoencoderPlugin<?> plugin) {
    this(plugin, new JavaBackendProvider());
  }

  ModelChecks(AutoencoderPlugin<?> plugin, BackendProvider backend) {
    this.plugin = plugin;
    this.backend = backend;
  }

  List<Check> all() {
    return List.of(
        Rule.M8.check(() -> each(this::shapes)),
        Rule.M14.check(() -> each(this::alone)),
        Rule.M15.check(() -> each(this::inputs)));
  }

  private interface Body {
    void on(ModelTrial trial) throws Exception;
  }

  private void each(Body body) throws Exception {
    for (TinyData data : PluginChecks.accepted(plugin)) {
      try (ModelTrial trial = trial(data)) {
        body.on(trial);
      } catch (CheckFailure e) {
        throw new CheckFailure("with " + data.name() + ": " + e.getMessage(), e);
      }
    }
  }

  private ModelTrial trial(TinyData data) {
    return new ModelTrial(backend, plugin, data, DType.F64, 1, TraceOptions.defaults());
  }

  private void shapes(ModelTrial trial) {
    Shape rows = Shape.rows(trial.data().spec().row());
    shape(trial, "encode", "code", Shape.rows(trial.model().codeWidth()));
    shape(trial, "reconstruct", "reconstruction", rows);
    shape(trial, "score", "score", Shape.rows());
    double[] codes = Objects.requireNonNull(trial.run("encode", 0, ROWS).get("code"));
    codes(trial.model().codeKind(), codes);
    finite("reconstruct", trial.run("reconstruct", 0, ROWS));
    finite("score", trial.run("score", 0, ROWS));
    for (PhaseProgram p : trial.model().phases()) {
      Map<String, double[]> scalars = new LinkedHashMap<>();
      p.scheduled().forEach((name, s) -> scalars.put(name, new double[] {s.at(0, 100)}));
      String loss = "loss." + p.name();
      finite(loss, trial.given(scalars).run(loss, 0, ROWS));
    }
    if (trial.model().program().functions().containsKey("decode")) {
      shape(trial, "decode", "x", rows);
      double[] decoded =
          Objects.requireNonNull(
              trial.given(Map.of("code", codes)).run("decode", 0, ROWS).get("x"));
      double[] wanted =
          Objects.requireNonNull(trial.run("reconstruct", 0, ROWS).get("reconstruction"));
      Numbers.same("decode(encode(x)) beside reconstruct(x)", wanted, decoded, 1e-9);
    }
  }

  private static void shape(ModelTrial trial, String function, String output, Shape wanted) {
    Function f = trial.model().program().function(function);
    Shape found = Objects.requireNonNull(f.outputs().get(output)).shape();
    if (!found.equals(wanted)) {
      throw new CheckFailure(
          function + " must give '" + output + "' of shape " + wanted + ", got " + found);
    }
  }

  private static void codes(CodeKind kind, double[] codes) {
    for (double c : codes) {
      boolean fits =
          kind instanceof CodeKind.Indices i
              ? c >= 0 && c < i.range() && c == Math.rint(c)
              : kind instanceof CodeKind.Bits ? c == 0 || c == 1 : Double.isFinite(c);
      if (!fits) {
        throw new CheckFailure("a code must be " + kind + ", got " + c);
      }
    }
  }

  private static void finite(String function, Map<String, double[]> outputs) {
    outputs.forEach(
        (name, values) -> {
          for (double v : values) {
            if (!Double.isFinite(v)) {
              throw new CheckFailure(
                  function + " must give finite numbers, '" + name + "' is " + v);
            }
          }
        });
  }

  private void alone(ModelTrial trial) {
    for (String function : List.of("encode", "reconstruct", "score")) {
      Map<String, double[]> all = trial.run(function, 0, ROWS);
      for (int row = 0; row < ROWS; row += 5) {
        Map<String, double[]> one = trial.run(function, row, 1);
        int r = row;
        all.forEach(
            (name, values) -> {
              int width = values.length / ROWS;
              double[] wanted = Arrays.copyOfRange(values, r * width, (r + 1) * width);
              Numbers.same(
                  function + " of row " + r + " alone, not among " + ROWS,
                  wanted,
                  one.getOrDefault(name, new double[0]),
                  1e-9);
            });
      }
    }
  }

  private void inputs(ModelTrial trial) {
    TinyData data = trial.data();
    boolean sparse = data.spec().sparse();
    String input = sparse ? "x.values" : "x";
    double[] wanted =
        sparse ? SparseRows.drop(data.values(), data.spec().features()) : data.values();
    List<String> functions = new ArrayList<>(List.of("encode", "reconstruct", "score"));
    functions.forEach(f -> trial.run(f, 0, ROWS));
    for (PhaseProgram p : trial.model().phases()) {
      trial.step(p, 0, 0, 100);
      functions.add("train." + p.name());
    }
    for (String function : functions) {
      if (takesRows(trial, function)) {
        Session session = trial.session(function);
        double[] after = Tensors.get(session.input(input), session.type(input), wanted.length);
        Numbers.same("input " + input + " after " + function, wanted, after, 0);
      }
    }
  }

  private static boolean takesRows(ModelTrial trial, String function) {
    return trial.model().program().function(function).inputs().stream()
        .map(Leaf.Input::name)
        .anyMatch("x"::equals);
  }
}
