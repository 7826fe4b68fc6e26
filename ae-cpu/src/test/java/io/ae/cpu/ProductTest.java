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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products of few columns and of few rows, in all three directions, of full and small batches. */
class ProductTest {
  private static final Sizes FEW_COLUMNS = new Sizes(310, 48, 151, 9);
  private static final Sizes FEW_ROWS = new Sizes(601, 500, 61, 5);

  /** A layer, a batch and a small batch. */
  private record Sizes(int in, int out, int rows, int few) {}

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void productsOfFewColumnsAgreeWithTheJavaBackend(int threads) {
    assertAgrees(FEW_COLUMNS, threads);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void productsOfFewRowsAgreeWithTheJavaBackend(int threads) {
    assertAgrees(FEW_ROWS, threads);
  }

  @Test
  void shardsCutTheWeightsWhereRowsAreFewAndWeightsMany() {
    assertThat(products(FEW_ROWS)).hasSize(4);
    assertThat(products(FEW_ROWS)).filteredOn(s -> s.endsWith("COLUMNS")).hasSize(2);
    assertThat(products(FEW_ROWS)).filteredOn(s -> s.endsWith("INNER")).hasSize(2);
    assertThat(products(FEW_COLUMNS)).hasSize(4).allMatch(s -> s.endsWith("ROW"));
  }

  private static List<String> products(Sizes sizes) {
    try (Backend backend = new OneDnnProvider().open(new BackendSettings(2, true));
        CompiledModel model = backend.compile(program(sizes), new CompileOptions(DType.F32, 3));
        Session session = model.session("train", sizes.rows())) {
      return session.times().stream()
          .filter(t -> t.shard() == 0)
          .map(StepTime::what)
          .filter(s -> s.startsWith("matmul"))
          .toList();
    }
  }

  private static void assertAgrees(Sizes sizes, int threads) {
    List<Double> wanted = run(sizes, new JavaBackendProvider(), 1, DType.F64);
    List<Double> found = run(sizes, new OneDnnProvider(), threads, DType.F32);
    assertThat(found).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      assertThat(found.get(i)).as("element %d", i).isCloseTo(wanted.get(i), within(1e-4));
    }
  }

  /** A layer and back; what comes back takes the weights transposed. */
  private static Program program(Sizes sizes) {
    int in = sizes.in();
    int out = sizes.out();
    Var w = new Var("w", Type.real(Shape.of(in, out)), Init.glorot(in, out, 1), true);
    Var u = new Var("u", Type.real(Shape.of(out, in)), Init.glorot(out, in, 1), true);
    Var step = new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);
    Tracer o = new Tracer(true, step);
    Value x = o.input("x", Type.real(Shape.rows(in)));
    Value h = o.tanh(o.matmul(x, w)); // [B, out]
    Value g = o.apply(new Product.MatMul(true), x, u); // [B, out]
    Value loss = o.meanRows(o.sumFeatures(o.square(o.sub(o.matmul(h, u), x)))); // []
    Value both = o.add(loss, o.meanRows(o.sumFeatures(o.tanh(g))));
    List<Value> gradients = o.gradient(both, List.of(w, u));
    o.write(w, o.sub(w, o.mul(gradients.get(0), .01)));
    o.write(u, o.sub(u, o.mul(gradients.get(1), .01)));
    return new Program(
        List.of(w, u, step), Map.of("train", o.function("train", Map.of("h", h, "g", g))));
  }

  /** Steps on full batches, on small ones and on some between. */
  private static List<Double> run(
      Sizes sizes, BackendProvider provider, int threads, DType compute) {
    Program program = program(sizes);
    List<Double> all = new ArrayList<>();
    try (Backend backend = provider.open(new BackendSettings(threads));
        CompiledModel model = backend.compile(program, new CompileOptions(compute, 3));
        Session session = model.session("train", sizes.rows())) {
      for (int rows : new int[] {sizes.rows(), sizes.few(), sizes.rows() - 11, sizes.rows()}) {
        ByteBuffer in = session.input("x");
        for (int i = 0; i < rows * sizes.in(); i++) {
          Bench.put(in, session.type("x"), Math.floorMod(i * 7919L, 97) / 97.0 - .5);
        }
        session.run(rows, 0);
        for (String name : List.of("h", "g")) {
          ByteBuffer out = session.output(name);
          for (int i = 0; i < rows * sizes.out(); i++) {
            all.add(Bench.get(out, session.type(name)));
          }
        }
      }
      for (Var v : program.state().subList(0, 2)) {
        for (double value : Bench.read(model, v)) {
          all.add(value);
        }
      }
    }
    return all;
  }
}
