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
import io.ae.api.graph.Program;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.core.autodiff.Tracer;
import io.ae.core.backend.JavaBackendProvider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums and maxima inside the chains that make what they fold, over rows and over split weights. */
class FoldTest {
  private static final int IN = 210;
  private static final int OUT = 90;
  private static final int ROWS = 53;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void foldsAgreeWithTheJavaBackend(int threads) {
    double[] wanted = run(new JavaBackendProvider(), new BackendSettings(1), DType.F64);
    double[] found = run(new OneDnnProvider(), new BackendSettings(threads), DType.F32);
    assertThat(found).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.length; i++) {
      assertThat(found[i])
          .as("element %d", i)
          .isCloseTo(wanted[i], within(1e-5 * Math.max(1, Math.abs(wanted[i]))));
    }
  }

  /** What is only summed is not stored: no step of its own reads it again. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void sumsOfWhatAChainMakesAreItsOwn(int threads) {
    Program program = program();
    try (Backend backend = new OneDnnProvider().open(new BackendSettings(threads, true));
        CompiledModel model = backend.compile(program, new CompileOptions(DType.F32, 3));
        Session session = model.session("train", ROWS)) {
      List<String> steps = session.times().stream().map(StepTime::what).toList();
      assertThat(steps).anyMatch(s -> s.matches("square.* sum-to.*\\[210, 90\\] SPLIT"));
      assertThat(steps).noneMatch(s -> s.contains("-> [1, 90]"));
      assertThat(session.times()).allMatch(t -> t.stage() <= 2);
    }
  }

  private static Program program() {
    Var w = new Var("w", Type.real(Shape.of(IN, OUT)), Init.glorot(IN, OUT, 1), true);
    Var step = new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);
    Tracer o = new Tracer(true, step);
    Value x = o.input("x", Type.real(Shape.rows(IN)));
    Value h = o.sigmoid(o.matmul(x, w)); // [B, OUT]
    Value largest = o.maxTo(o.square(h), Shape.rows(1)); // [B, 1]
    Value scaled = o.sumFeatures(o.div(h, largest)); // [B]
    Value columns = o.reshape(o.sumTo(o.square(w), Shape.of(1, OUT)), Shape.of(OUT)); // [OUT]
    Value slopes = o.square(o.mul(h, o.sub(1, h))); // [B, OUT]
    Value penalty = o.sumFeatures(o.mul(slopes, columns)); // [B]
    Value loss = o.meanRows(o.add(scaled, penalty)); // []
    Value plain = o.sumAll(w); // []
    Value top = o.maxTo(o.abs(w), Shape.of(IN, 1)); // [IN, 1]
    Value gradient = o.gradient(loss, List.of(w)).get(0);
    o.write(w, o.sub(w, o.mul(gradient, .1)));
    return new Program(
        List.of(w, step),
        Map.of("train", o.function("train", Map.of("loss", loss, "plain", plain, "top", top))));
  }

  private static double[] run(BackendProvider provider, BackendSettings settings, DType compute) {
    Program program = program();
    Var w = program.state().get(0);
    try (Backend backend = provider.open(settings);
        CompiledModel model = backend.compile(program, new CompileOptions(compute, 3));
        Session session = model.session("train", ROWS)) {
      double[] all = new double[2 + IN + IN * OUT];
      for (int i = 0; i < ROWS * IN; i++) {
        double value = Math.floorMod(i * 7919L, 97) / 97.0 - .5;
        Bench.put(
            session.input("x").position(i * session.type("x").bytes()), session.type("x"), value);
      }
      session.run(ROWS, 0);
      all[0] = Bench.get(session.output("loss"), session.type("loss"));
      all[1] = Bench.get(session.output("plain"), session.type("plain"));
      var top = session.output("top");
      for (int i = 0; i < IN; i++) {
        all[2 + i] = Bench.get(top, session.type("top"));
      }
      System.arraycopy(Bench.read(model, w), 0, all, 2 + IN, IN * OUT);
      return all;
    }
  }
}
