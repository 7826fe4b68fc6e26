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
import io.ae.api.graph.Product;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products with few columns, in all three directions, of full batches and of small ones. */
class NarrowProductTest {
  private static final int IN = 310;
  private static final int OUT = 48;
  private static final int ROWS = 151;
  private static final int FEW = 9;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void productsAgreeWithTheJavaBackend(int threads) {
    List<Double> wanted = run(new JavaBackendProvider(), 1, DType.F64);
    List<Double> found = run(new OneDnnProvider(), threads, DType.F32);
    assertThat(found).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      assertThat(found.get(i)).as("element %d", i).isCloseTo(wanted.get(i), within(1e-4));
    }
  }

  /** Steps on full and on small batches; what comes back takes the weights transposed. */
  private static List<Double> run(BackendProvider provider, int threads, DType compute) {
    Var w = new Var("w", Type.real(Shape.of(IN, OUT)), Init.glorot(IN, OUT, 1), true);
    Var u = new Var("u", Type.real(Shape.of(OUT, IN)), Init.glorot(OUT, IN, 1), true);
    Var step = new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);
    Tracer o = new Tracer(true, step);
    Value x = o.input("x", Type.real(Shape.rows(IN)));
    Value h = o.tanh(o.matmul(x, w)); // [B, OUT]
    Value g = o.tanh(o.apply(new Product.MatMul(true), x, u)); // [B, OUT]
    Value loss = o.meanRows(o.sumFeatures(o.square(o.sub(o.matmul(h, u), x)))); // []
    List<Value> gradients = o.gradient(o.add(loss, o.meanRows(o.sumFeatures(g))), List.of(w, u));
    o.write(w, o.sub(w, o.mul(gradients.get(0), .01)));
    o.write(u, o.sub(u, o.mul(gradients.get(1), .01)));
    Program program =
        new Program(
            List.of(w, u, step), Map.of("train", o.function("train", Map.of("h", h, "g", g))));
    List<Double> all = new ArrayList<>();
    try (Backend backend = provider.open(new BackendSettings(threads));
        CompiledModel model = backend.compile(program, new CompileOptions(compute, 3));
        Session session = model.session("train", ROWS)) {
      for (int rows : new int[] {ROWS, FEW, ROWS}) {
        ByteBuffer in = session.input("x");
        for (int i = 0; i < rows * IN; i++) {
          Bench.put(in, session.type("x"), Math.floorMod(i * 7919L, 97) / 97.0 - .5);
        }
        session.run(rows, 0);
        for (String name : List.of("h", "g")) {
          ByteBuffer out = session.output(name);
          for (int i = 0; i < rows * OUT; i++) {
            all.add(Bench.get(out, session.type(name)));
          }
        }
      }
      for (Var v : List.of(w, u)) {
        for (double value : Bench.read(model, v)) {
          all.add(value);
        }
      }
    }
    return all;
  }
}
