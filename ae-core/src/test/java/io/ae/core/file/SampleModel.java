package io.ae.core.file;

import io.ae.api.CodeKind;
import io.ae.api.data.Column;
import io.ae.api.data.ColumnKind;
import io.ae.api.data.DataSpec;
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
import io.ae.core.data.Scaling;
import io.ae.core.file.read.EpochLog;
import io.ae.core.file.read.ModelFile;
import io.ae.core.file.read.ModelMetadata;
import io.ae.core.file.read.Provenance;
import io.ae.core.file.read.Tensor;
import io.ae.core.file.read.TrainingState;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small model with everything that a file can hold: 3 features, 2 code units, sigmoid. */
final class SampleModel {
  private final Var step =
      new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);
  private final Var w = new Var("w", Type.real(Shape.of(3, 2)), Init.zeros(), true);
  private final Var b = new Var("b", Type.real(Shape.of(2)), Init.zeros(), true);
  private final Var c = new Var("c", Type.real(Shape.of(3)), Init.zeros(), true);

  private SampleModel() {}

  static ModelFile model() {
    return new SampleModel().file(null);
  }

  static ModelFile checkpoint() {
    TrainingState training =
        new TrainingState(
            new TrainingState.Position(0, 3, 17, 1.5, Map.of("train/error", .1 + .2)),
            new TrainingState.Best(.25, 2),
            Map.of("train/w/m", reals(Shape.of(3, 2), 1, 2, 3, 4, 5, 6)),
            Map.of("w", reals(Shape.of(3, 2), 9, 8, 7, 6, 5, 4)));
    return new SampleModel().file(training);
  }

  private ModelFile file(@Nullable TrainingState training) {
    Map<String, Function> functions = new LinkedHashMap<>();
    for (Function f : List.of(encode(), decode(), reconstruct())) {
      functions.put(f.name(), f);
    }
    Map<String, Tensor> weights = new LinkedHashMap<>();
    weights.put("w", reals(w.shape(), .5f, -.25f, 1, 2, -1.5f, .125f));
    weights.put("b", reals(b.shape(), .1f, Float.MIN_VALUE));
    weights.put("c", reals(c.shape(), -0f, 1e-8f, 3));
    ByteBuffer steps = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder()).putLong(1L << 40);
    weights.put("step", new Tensor(DType.I64, Shape.scalar(), steps.flip()));
    return new ModelFile(
        metadata(), new Program(List.of(w, b, c, step), functions), weights, training);
  }

  private Function encode() {
    return Tracer.trace(
        "encode",
        false,
        step,
        o -> {
          Value x = o.input("x", Type.real(Shape.rows(3)));
          return Map.of("code", o.sigmoid(o.dense(x, w, b)));
        });
  }

  private Function decode() {
    return Tracer.trace(
        "decode",
        false,
        step,
        o -> {
          Value code = o.input("code", Type.real(Shape.rows(2)));
          return Map.of("x", o.scope("decoder", () -> o.dense(code, o.transpose(w), c)));
        });
  }

  private Function reconstruct() {
    return Tracer.trace(
        "reconstruct",
        false,
        step,
        o -> {
          Value x = o.input("x", Type.real(Shape.rows(3)));
          Value code = o.sigmoid(o.dense(x, w, b));
          return Map.of("reconstruction", o.dense(code, o.transpose(w), c));
        });
  }

  private static ModelMetadata metadata() {
    DataSpec data =
        new DataSpec(
            Shape.of(3),
            List.of(
                Column.numeric("height"),
                new Column("smoker", ColumnKind.BINARY, 0),
                new Column("colour", ColumnKind.CATEGORICAL, 4)),
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            .75,
            2,
            List.of("no", "yes, \"quoted\" ü"));
    return new ModelMetadata(
        "dense",
        "{\"hidden\":[3],\"code\":2,\"rate\":0.003,\"tie\":\"shared\",\"extra\":null,\"deep\":{}}",
        data,
        new Scaling(Scaling.Kind.STANDARD, new double[] {.1, 0, 0}, new double[] {1 / 3.0, 1, 1}),
        CodeKind.indices(512),
        2,
        provenance());
  }

  private static Provenance provenance() {
    Map<String, Double> terms = new LinkedHashMap<>();
    terms.put("error", 1 / 7.0);
    terms.put("decay", 1e-300);
    return new Provenance(
        "csv:people.csv,label=last",
        "00ff",
        12_345_678_901L,
        "{\"train\":{\"epochs\":2}}",
        42,
        "java",
        2,
        Map.of("ae", "0.1.0"),
        Map.of("mse", .1),
        .2,
        1.25,
        List.of(
            new EpochLog("train", 1, .5, terms, .75, .5, 1000),
            new EpochLog("train", 2, .25, terms, null, .5, 2000)));
  }

  static Tensor reals(Shape shape, float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.nativeOrder());
    for (float v : values) {
      bytes.putFloat(v);
    }
    return new Tensor(DType.F32, shape, bytes.flip());
  }
}
