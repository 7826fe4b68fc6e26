package io.ae.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
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
import io.ae.cpu.plan.UpdateTiles;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Updates that take nothing but a multiple of the gradient off, which products do in place. */
class DescentTest {
  private static final int IN = 300;
  private static final int OUT = 203;
  private static final int ROWS = 21;

  /** Weights there and back, so that two products make one gradient. */
  private static Program program(boolean bent, boolean rateFirst) {
    Var w = new Var("w", Type.real(Shape.of(IN, OUT)), Init.glorot(IN, OUT, 1), true);
    Var step = new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);
    Tracer o = new Tracer(true, step);
    Value x = o.input("x", Type.real(Shape.rows(IN)));
    Value rate = o.input("rate", Type.real(Shape.scalar()));
    Value h = o.tanh(o.matmul(x, w)); // [B, OUT]
    Value y = o.matmul(h, o.transpose(w)); // [B, IN]
    Value loss = o.meanRows(o.sumFeatures(o.square(o.sub(y, x)))); // []
    Value gradient = o.gradient(loss, List.of(w)).get(0);
    Value whole = bent ? o.tanh(gradient) : gradient;
    o.write(w, o.sub(w, rateFirst ? o.mul(rate, whole) : o.mul(whole, rate)));
    return new Program(List.of(w, step), Map.of("train", o.function("train", Map.of("l", loss))));
  }

  private static double[] trained(
      Program program, BackendProvider provider, int threads, DType compute) {
    try (Backend backend = provider.open(new BackendSettings(threads));
        CompiledModel model = backend.compile(program, new CompileOptions(compute, 3));
        Session session = model.session("train", ROWS)) {
      for (int rows : new int[] {ROWS, 3, ROWS - 1, ROWS}) {
        ByteBuffer x = session.input("x");
        for (int i = 0; i < rows * IN; i++) {
          Bench.put(x, session.type("x"), Math.floorMod(i * 7919L, 97) / 97.0 - .5);
        }
        // Another rate in each step.
        Bench.put(session.input("rate"), session.type("rate"), .2 / rows);
        session.run(rows, 0);
      }
      return Bench.read(model, program.state().get(0));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, false, false", "2, false, true", "3, false, false", "2, true, false"})
  void agreesWithJavaInDoublePrecision(int threads, boolean bent, boolean rateFirst) {
    Program program = program(bent, rateFirst);
    double[] wanted = trained(program, new JavaBackendProvider(), 1, DType.F64);
    double[] found = trained(program, new OneDnnProvider(), threads, DType.F32);
    assertThat(found).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.length; i++) {
      assertThat(found[i]).as("element %d", i).isCloseTo(wanted[i], within(1e-4));
    }
  }

  @Test
  void isDoneWhereTheWeightsLie() {
    assertThat(UpdateTiles.of(program(false, false), false).tiles()).isEmpty();
    assertThat(UpdateTiles.of(program(false, true), false).tiles()).isEmpty();
    assertThat(UpdateTiles.of(program(true, false), false).tiles()).hasSize(1);
  }
}
