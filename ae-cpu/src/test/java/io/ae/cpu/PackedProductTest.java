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
import io.ae.api.graph.Product;
import io.ae.api.graph.Program;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.core.autodiff.Tracer;
import io.ae.core.backend.JavaBackendProvider;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products with packed weights give what the weights give, however many rows and whenever. */
class PackedProductTest {
  private static final int IN = 150;
  private static final int MOST = 900;
  private static final int WIDTH = 130 + 140 + 130 + 200;

  /** Below, at and between panels of 64 and 256 rows, for one shard and for three. */
  private static final int[] ROWS = {MOST, 63, 64, 65, 1, 191, 256, 257, 320, 511, 768};

  private static final Var W = parameter("w", 0, IN, 200);
  private static final Var C = parameter("c", .1, 200);
  private static final Var U = parameter("u", 0, 200, 130);
  private static final Var E = parameter("e", 0, 200, 130);
  private static final Var F = parameter("f", 0, 200, 130);
  private static final Var D = parameter("d", -.2, 130);
  private static final Var V = parameter("v", 0, 140, 130);
  private static final Var STEP =
      new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);

  private static Var parameter(String name, double value, int... dims) {
    Init init = dims.length == 1 ? new Init.Constant(value) : Init.glorot(dims[0], dims[1], 1);
    return new Var(name, Type.real(Shape.of(dims)), init, true);
  }

  /** Every way in which a product ends: activations, a bias alone, a second reader, nothing. */
  private static Value code(Ops o, Value x) {
    Value a = o.sigmoid(o.dense(x, W, C)); // [B, 200]
    Value b = o.tanh(o.dense(a, U, D)); // [B, 130]
    Value c = o.dense(a, E, D); // [B, 130]
    Value d = o.apply(new Product.MatMul(true), b, V); // [B, 140]
    Value e = o.relu(o.dense(a, F, D)); // [B, 130]
    Value twice = o.matmul(x, W); // [B, 200]
    Value f = o.mul(o.add(twice, C), twice); // [B, 200]
    return o.concat(1, List.of(c, d, e, f));
  }

  private static Program program() {
    Tracer t = new Tracer(true, STEP);
    Value error = t.meanRows(t.sumFeatures(t.square(code(t, input(t)))));
    Value slope = t.gradient(error, List.of(U)).get(0);
    t.write(U, t.sub(U, t.mul(slope, .01)));
    Tracer o = new Tracer(false, STEP);
    Value y = code(o, input(o));
    return new Program(
        List.of(W, C, U, D, E, F, V, STEP),
        Map.of("train", t.function("train", Map.of()), "code", o.function("code", Map.of("y", y))));
  }

  private static Value input(Ops o) {
    return o.input("x", Type.real(Shape.rows(IN)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void codesAgreeWithTheJavaBackend(int threads) {
    List<Double> wanted = codes(new JavaBackendProvider(), 1, DType.F64);
    List<Double> found = codes(new OneDnnProvider(), threads, DType.F32);
    assertThat(found).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      assertThat(found.get(i)).as("element %d", i).isCloseTo(wanted.get(i), within(1e-4));
    }
  }

  /** Sizes one after another; then the weights change, written by hand and by a step. */
  private static List<Double> codes(BackendProvider provider, int threads, DType compute) {
    List<Double> all = new ArrayList<>();
    try (Backend backend = provider.open(new BackendSettings(threads));
        CompiledModel model = backend.compile(program(), new CompileOptions(compute, 3));
        Session session = model.session("code", MOST);
        Session train = model.session("train", 10)) {
      for (int rows : ROWS) {
        run(session, rows, all);
      }
      ByteBuffer w = ByteBuffer.allocate(8 * IN * 200).order(ByteOrder.nativeOrder());
      for (int i = 0; i < IN * 200; i++) {
        Bench.put(w, model.type("w"), Math.floorMod(i * 31L, 13) / 130.0 - .05);
      }
      model.write("w", w.flip());
      run(session, 300, all);
      fill(train, 10);
      train.run(10, 0);
      run(session, 300, all);
    }
    return all;
  }

  private static void fill(Session session, int rows) {
    ByteBuffer x = session.input("x");
    for (int i = 0; i < rows * IN; i++) {
      Bench.put(x, session.type("x"), Math.floorMod(i * 7919L, 97) / 97.0 - .5);
    }
  }

  private static void run(Session session, int rows, List<Double> into) {
    fill(session, rows);
    session.run(rows, 0);
    ByteBuffer y = session.output("y");
    for (int i = 0; i < rows * WIDTH; i++) {
      into.add(Bench.get(y, session.type("y")));
    }
  }

  /** Rows 6 to 69 are the second panel, row 20 lies in both. */
  @Test
  void whatIsNotFiniteStaysInItsRow() {
    try (Backend backend = new OneDnnProvider().open(new BackendSettings(1));
        CompiledModel model = backend.compile(program(), new CompileOptions(DType.F32, 3));
        Session session = model.session("code", 70)) {
      fill(session, 70);
      session.input("x").putFloat(Float.BYTES * (20 * IN + 3), Float.NaN);
      session.run(70, 0);
      ByteBuffer y = session.output("y");
      for (int i = 0; i < 70 * WIDTH; i++) {
        assertThat(Float.isNaN(y.getFloat())).as("element %d", i).isEqualTo(i / WIDTH == 20);
      }
    }
  }

  @Test
  void biasAndActivationAreDoneWithTheProductAndOnlyThey() {
    try (Backend backend = new OneDnnProvider().open(new BackendSettings(1, true));
        CompiledModel model = backend.compile(program(), new CompileOptions(DType.F32, 3));
        Session many = model.session("code", 64);
        Session few = model.session("code", 63)) {
      assertThat(steps(many))
          .contains("matmul [B, 150] [150, 200] -> [B, 200] ROW, add sigmoid [B, 200] ROW")
          .contains("matmul [B, 200] [200, 130] -> [B, 130] ROW, add tanh [B, 130] ROW")
          .contains("matmul [B, 200] [200, 130] -> [B, 130] ROW, add [B, 130] ROW")
          .contains("matmul [B, 200] [200, 130] -> [B, 130] ROW", "add relu [B, 130] ROW");
      // What is not packed takes ReLU along as well.
      assertThat(steps(few))
          .contains("matmul [B, 200] [200, 130] -> [B, 130] ROW, add relu [B, 130] ROW");
    }
  }

  private static List<String> steps(Session session) {
    return session.times().stream().map(StepTime::what).toList();
  }

  /** No size makes a primitive of its own, and what sessions pack they share. */
  @Test
  void manySizesAndSessionsTakeNoMoreMemory() throws IOException {
    try (Backend backend = new OneDnnProvider().open(new BackendSettings(2));
        CompiledModel model = backend.compile(program(), new CompileOptions(DType.F32, 3))) {
      sizes(model);
      long before = resident();
      for (int i = 0; i < 10; i++) {
        sizes(model);
      }
      assertThat(resident() - before).as("KiB").isLessThan(16 << 10);
    }
  }

  private static void sizes(CompiledModel model) {
    try (Session session = model.session("code", MOST)) {
      for (int rows = 1; rows <= MOST; rows += 7) {
        session.run(rows, 0);
      }
    }
  }

  private static long resident() throws IOException {
    System.gc();
    Path status = Path.of("/proc/self/status");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(status), "no " + status);
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }
}
