package io.ae.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.backend.StepTime;
import io.ae.api.graph.DType;
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
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Bias and activation that a product does at once give what they give one by one. */
class ProductLayerTest {
  private static final int ROWS = 37;
  private static final int INNER = 45;
  private static final int COLUMNS = 30;
  private static final Var STEP =
      new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);
  private static final Var WEIGHTS = parameter("w", INNER, COLUMNS);
  private static final Var BIAS = parameter("c", COLUMNS);

  /** What stands behind the product and its bias. */
  private record Case(String name, BiFunction<Ops, Value, Value> ending) {}

  private static Var parameter(String name, int... dims) {
    return new Var(name, Type.real(Shape.of(dims)), Init.glorot(INNER, COLUMNS, 1), true);
  }

  private static List<Case> cases() {
    return List.of(
        new Case("a bias alone", (o, z) -> z),
        new Case("sigmoid", Ops::sigmoid),
        new Case("tanh", Ops::tanh),
        new Case("relu", Ops::relu),
        new Case("more behind", (o, z) -> o.sumFeatures(o.square(o.sub(o.sigmoid(z), .25)))),
        new Case("read twice", (o, z) -> o.mul(o.sigmoid(z), o.tanh(z))),
        new Case("another function", Ops::softplus));
  }

  private static Program program(Case c) {
    Tracer o = new Tracer(false, STEP);
    Value y = c.ending.apply(o, o.dense(Formula.rows(o, "x", INNER), WEIGHTS, BIAS));
    return new Program(List.of(WEIGHTS, BIAS, STEP), Map.of("f", o.function("f", Map.of("y", y))));
  }

  @TestFactory
  Stream<DynamicTest> agreesWithJavaInDoublePrecision() {
    return cases().stream()
        .flatMap(
            c ->
                Stream.of(1, 2, 3)
                    .map(
                        threads ->
                            DynamicTest.dynamicTest(
                                c.name + ", shards " + threads, () -> agree(c, threads))));
  }

  private static void agree(Case c, int threads) {
    List<Double> wanted = run(c, new JavaBackendProvider(), 1, DType.F64, false);
    List<Double> found = run(c, new OneDnnProvider(), threads, DType.F32, false);
    assertThat(found).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      assertThat(found.get(i)).as("element %d", i).isCloseTo(wanted.get(i), within(2e-5));
    }
  }

  @TestFactory
  Stream<DynamicTest> whatIsNotANumberComesThrough() {
    return cases().stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.name,
                    () ->
                        assertThat(run(c, new OneDnnProvider(), 2, DType.F32, true))
                            .containsExactlyElementsOf(
                                run(c, new JavaBackendProvider(), 1, DType.F64, true))));
  }

  /**
   * Runs with as many rows as there can be, for which there is a primitive, and with fewer.
   *
   * @param broken whether an element is not a number; what comes of it is then 0, the rest 1
   */
  private static List<Double> run(
      Case c, BackendProvider provider, int threads, DType compute, boolean broken) {
    List<Double> all = new ArrayList<>();
    try (Backend backend = provider.open(new BackendSettings(threads));
        CompiledModel model = backend.compile(program(c), new CompileOptions(compute, 3));
        Session session = model.session("f", ROWS)) {
      for (int rows : new int[] {ROWS, 11, ROWS, ROWS - 1}) {
        ByteBuffer x = session.input("x");
        for (int i = 0; i < rows * INNER; i++) {
          boolean not = broken && i == rows * INNER / 2;
          double value = not ? Double.NaN : Math.floorMod(i * 7919L, 97) / 97.0 - .5;
          Bench.put(x, session.type("x"), value);
        }
        session.run(rows, 0);
        ByteBuffer y = session.output("y");
        int width = y.remaining() / session.type("y").bytes() / ROWS;
        for (int i = 0; i < rows * width; i++) {
          double value = Bench.get(y, session.type("y"));
          all.add(broken ? (Double.isNaN(value) ? 0. : 1.) : value);
        }
      }
    }
    return all;
  }

  @Test
  void aProductTakesBiasAndActivationAlongWhateverIsBehindThem() {
    assertThat(steps(cases().get(3), ROWS))
        .contains("matmul [B, 45] [45, 30] -> [B, 30] ROW, add relu [B, 30] ROW");
    assertThat(steps(cases().get(4), ROWS))
        .contains("matmul [B, 45] [45, 30] -> [B, 30] ROW, add sigmoid [B, 30] ROW")
        .anyMatch(step -> step.startsWith("sub square"));
    assertThat(steps(cases().get(5), ROWS)).noneMatch(step -> step.contains(", add"));
  }

  /** There {@code sgemm} is the quicker one by more than bias and activation take. */
  @Test
  void butNotWithFewRowsBesideManyWeights() {
    assertThat(steps(cases().get(3), 5)).noneMatch(step -> step.contains(", add"));
  }

  private static List<String> steps(Case c, int rows) {
    try (Backend backend = new OneDnnProvider().open(new BackendSettings(1, true));
        CompiledModel model = backend.compile(program(c), new CompileOptions(DType.F32, 3));
        Session session = model.session("f", rows)) {
      return session.times().stream().map(StepTime::what).toList();
    }
  }
}
