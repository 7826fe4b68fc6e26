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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients of more elements than a block has, computed where the update reads them. */
class WeightGradientTest {
  private static final int IN = 300;
  private static final int OUT = 400;
  private static final int ROWS = 21;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyBlockIsUpdatedOnce(int threads) {
    double[] wanted = train(new JavaBackendProvider(), 1, DType.F64, 2);
    double[] found = train(new OneDnnProvider(), threads, DType.F32, 2);
    assertThat(found).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.length; i++) {
      assertThat(found[i]).as("element %d", i).isCloseTo(wanted[i], within(1e-4));
    }
  }

  /** Some steps on two matrices; the second's update also takes the first's gradient, turned. */
  static double[] train(BackendProvider provider, int threads, DType compute, int steps) {
    Var w = new Var("w", Type.real(Shape.of(IN, OUT)), Init.glorot(IN, OUT, 1), true);
    Var u = new Var("u", Type.real(Shape.of(OUT, IN)), Init.glorot(OUT, IN, 1), true);
    Var step = new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);
    Tracer o = new Tracer(true, step);
    Value h = o.tanh(o.matmul(o.input("x", Type.real(Shape.rows(IN))), w)); // [B, OUT]
    Value loss = o.meanRows(o.sumFeatures(o.square(o.matmul(h, u)))); // []
    List<Value> gradients = o.gradient(loss, List.of(w, u));
    Value turned = o.reshape(gradients.get(0), Shape.of(OUT, IN));
    o.write(w, o.sub(w, o.mul(gradients.get(0), .1)));
    o.write(u, o.sub(u, o.mul(o.add(gradients.get(1), turned), .1)));
    Program program =
        new Program(List.of(w, u, step), Map.of("train", o.function("train", Map.of("l", loss))));
    try (Backend backend = provider.open(new BackendSettings(threads));
        CompiledModel model = backend.compile(program, new CompileOptions(compute, 3));
        Session session = model.session("train", ROWS)) {
      for (int s = 0; s < steps; s++) {
        for (int i = 0; i < ROWS * IN; i++) {
          double value = Math.floorMod(i * 7919L, 97) / 97.0 - .5;
          Bench.put(
              session.input("x").position(i * session.type("x").bytes()), session.type("x"), value);
        }
        session.run(ROWS, 0);
      }
      double[] first = Bench.read(model, w);
      double[] second = Bench.read(model, u);
      double[] all = java.util.Arrays.copyOf(first, first.length + second.length);
      System.arraycopy(second, 0, all, first.length, second.length);
      return all;
    }
  }
}
