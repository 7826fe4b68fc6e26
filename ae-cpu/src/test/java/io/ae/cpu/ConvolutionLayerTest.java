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
import io.ae.api.graph.Window;
import io.ae.core.autodiff.Tracer;
import io.ae.core.backend.JavaBackendProvider;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Bias and activation that a convolution does at once give what they give one by one. */
class ConvolutionLayerTest {
  private static final int ROWS = 21;
  private static final Var STEP =
      new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);

  private interface Ending {
    Value of(Ops o, Value x);
  }

  /** Sizes of the convolution from planes to positions, whichever way it goes. */
  private record Case(
      String name,
      boolean transposed,
      int channels,
      int side,
      int outputs,
      Window window,
      Ending ending) {
    Var weights() {
      Type type = Type.real(Shape.of(outputs, channels, window.y(), window.x()));
      return new Var("w", type, Init.glorot(channels * window.y(), outputs, 1), true);
    }

    Var bias() {
      int n = transposed ? channels : outputs;
      return new Var("c", Type.real(Shape.of(n)), Init.glorot(2, 2, 1), true);
    }

    Program program() {
      Var w = weights();
      Var c = bias();
      Tracer o = new Tracer(false, STEP);
      int small = window.positionsY(side);
      Value x =
          transposed
              ? Formula.rows(o, "x", outputs, small, small)
              : Formula.rows(o, "x", channels, side, side);
      Value y = transposed ? o.convTranspose2d(x, w, window, side, side) : o.conv2d(x, w, window);
      Value biased = o.add(y, o.channels(c));
      return new Program(
          List.of(w, c, STEP), Map.of("f", o.function("f", Map.of("y", ending.of(o, biased)))));
    }
  }

  private static final Window HALVES = Window.square(4, 2, 1);
  private static final Window SAME = Window.square(3, 1, 1);

  private static List<Case> cases() {
    return List.of(
        new Case("one channel", false, 1, 12, 16, SAME, Ops::relu),
        new Case("few channels, strided", false, 3, 12, 32, HALVES, Ops::relu),
        new Case("few results", false, 16, 9, 8, SAME, Ops::relu),
        new Case("many channels", false, 20, 8, 40, SAME, Ops::sigmoid),
        new Case("a small window", false, 20, 9, 40, Window.square(2, 1, 0), Ops::tanh),
        new Case("a bias alone", false, 20, 8, 40, HALVES, (o, x) -> x),
        new Case("all pixels of a stride", true, 5, 12, 16, HALVES, Ops::relu),
        new Case("a pixel of a stride each", true, 32, 16, 16, HALVES, Ops::relu),
        new Case("one by one, without strides", true, 7, 9, 16, SAME, Ops::relu),
        new Case("one by one, strided", true, 20, 10, 24, HALVES, Ops::relu));
  }

  @TestFactory
  Stream<DynamicTest> agreesWithJavaInDoublePrecision() {
    return cases().stream()
        .flatMap(
            c ->
                Stream.of(1, 3)
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
      assertThat(found.get(i))
          .as("element %d", i)
          .isCloseTo(wanted.get(i), within(2e-5))
          .isNotEqualTo(Double.valueOf(-0.0));
    }
  }

  @TestFactory
  Stream<DynamicTest> whatIsNotANumberComesThrough() {
    return cases().stream()
        .filter(c -> !c.transposed)
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
   * Runs twice, the second time with another bias.
   *
   * @param broken whether an element is not a number; what comes of it is then 0, the rest 1
   */
  private static List<Double> run(
      Case c, BackendProvider provider, int threads, DType compute, boolean broken) {
    List<Double> all = new ArrayList<>();
    try (Backend backend = provider.open(new BackendSettings(threads));
        CompiledModel model = backend.compile(c.program(), new CompileOptions(compute, 3));
        Session session = model.session("f", ROWS)) {
      run(session, broken, all);
      ByteBuffer bias = ByteBuffer.allocate(8 * 64).order(ByteOrder.nativeOrder());
      for (int i = 0; i < c.bias().type().shape().elements(); i++) {
        Bench.put(bias, model.type("c"), .1 * i - .3);
      }
      model.write("c", bias.flip());
      run(session, broken, all);
    }
    return all;
  }

  private static void run(Session session, boolean broken, List<Double> into) {
    ByteBuffer x = session.input("x");
    int size = session.type("x").bytes();
    int n = x.remaining() / size;
    for (int i = 0; i < n; i++) {
      boolean not = broken && i == n / 2;
      double value = not ? Double.NaN : Math.floorMod(i * 7919L, 97) / 97.0 - .5;
      Bench.put(x, session.type("x"), value);
    }
    session.run(ROWS, 0);
    ByteBuffer y = session.output("y");
    while (y.hasRemaining()) {
      double value = Bench.get(y, session.type("y"));
      into.add(broken ? (Double.isNaN(value) ? 0 : 1) : value);
    }
  }

  @Test
  void aConvolutionTakesBiasAndActivationAlong() {
    Case c = cases().get(1);
    try (Backend backend = new OneDnnProvider().open(new BackendSettings(1, true));
        CompiledModel model = backend.compile(c.program(), new CompileOptions(DType.F32, 3));
        Session session = model.session("f", ROWS)) {
      assertThat(session.times().stream().map(StepTime::what))
          .anyMatch(step -> step.startsWith("conv2d") && step.contains(", add relu ["));
    }
  }
}
