package io.ae.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.Binary;
import io.ae.api.graph.DType;
import io.ae.api.graph.Function;
import io.ae.api.graph.Init;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Program;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.core.autodiff.Tracer;
import io.ae.core.backend.JavaBackendProvider;
import io.ae.cpu.plan.StateLayout;
import io.ae.cpu.plan.UpdateTiles;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large weights and their moments, which the update finds on the heap. */
class UpdateTilesTest {
  private static final int IN = 300;
  private static final int OUT = 203;
  private static final int ROWS = 21;

  /**
   * Returns a program that trains two matrices with Adam, and one more function.
   *
   * @param read a variable that the other function reads too
   */
  private static Program program(String read) {
    List<Var> parameters = List.of(parameter("w", IN, OUT), parameter("u", OUT, IN));
    Var step = new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);
    Tracer o = new Tracer(true, step);
    Value x = o.input("x", Type.real(Shape.rows(IN)));
    Value h = o.tanh(o.matmul(x, parameters.get(0))); // [B, OUT]
    Value error = o.sub(o.matmul(h, parameters.get(1)), x); // [B, IN]
    Value loss = o.meanRows(o.sumFeatures(o.square(error))); // []
    List<Value> gradients = o.gradient(loss, parameters);
    Value t = o.apply(Binary.ADD, step, o.apply(new Leaf.Literal(1, Kind.STEP)));
    Map<String, Var> all = new LinkedHashMap<>();
    all.put("step", step);
    parameters.forEach(p -> all.put(p.name(), p));
    Bench.adam(
        o, parameters, gradients, t, i -> o.input("rate" + i, Type.real(Shape.scalar())), all);
    o.write(step, t);
    Map<String, Function> functions = new HashMap<>();
    functions.put("train", o.function("train", Map.of("l", loss)));
    Tracer other = new Tracer(false, step);
    Value y = other.sumAll(java.util.Objects.requireNonNull(all.get(read)));
    functions.put("other", other.function("other", Map.of("y", y)));
    return new Program(List.copyOf(all.values()), functions);
  }

  private static Var parameter(String name, int rows, int columns) {
    return new Var(name, Type.real(Shape.of(rows, columns)), Init.glorot(rows, columns, 1), true);
  }

  private static void train(CompiledModel model, int steps) {
    try (Session session = model.session("train", ROWS)) {
      for (int s = 0; s < steps; s++) {
        ByteBuffer x = session.input("x");
        for (int i = 0; i < ROWS * IN; i++) {
          Bench.put(x, session.type("x"), Math.floorMod(i * 7919L, 97) / 97.0 - .5);
        }
        for (String rate : List.of("rate0", "rate1")) {
          Bench.put(session.input(rate), session.type(rate), .01);
        }
        session.run(s % 2 == 0 ? ROWS : ROWS - 3, 0);
      }
    }
  }

  private static List<double[]> state(CompiledModel model) {
    List<double[]> values = new ArrayList<>();
    for (Var v : model.program().state()) {
      values.add(Bench.read(model, v));
    }
    return values;
  }

  private static List<double[]> trained(BackendProvider provider, int threads, DType compute) {
    try (Backend backend = provider.open(new BackendSettings(threads));
        CompiledModel model = backend.compile(program("step"), new CompileOptions(compute, 3))) {
      train(model, 3);
      return state(model);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void agreeWithJavaInDoublePrecision(int threads) {
    List<double[]> wanted = trained(new JavaBackendProvider(), 1, DType.F64);
    List<double[]> found = trained(new OneDnnProvider(), threads, DType.F32);
    assertThat(found).hasSameSizeAs(wanted);
    for (int v = 0; v < wanted.size(); v++) {
      double most = 0;
      for (int i = 0; i < wanted.get(v).length; i++) {
        most = Math.max(most, Math.abs(found.get(v)[i] - wanted.get(v)[i]));
      }
      assertThat(most).as("difference of variable %d", v).isCloseTo(0, within(2e-4));
    }
  }

  @Test
  void aModelGoesOnFromWhatAnotherOneHolds() {
    Bench.assertGoesOn(program("step"), model -> train(model, 2));
  }

  @Test
  void nativeMemoryHasWhatAnythingElseReads() {
    assertThat(names(program("step"), false)).containsExactlyInAnyOrder("w", "u");
    assertThat(names(program("step"), true)).containsExactlyInAnyOrder("w/m", "w/v", "u/m", "u/v");
    assertThat(names(program("w/m"), false)).containsExactlyInAnyOrder("w", "u", "w/m");
    assertThat(UpdateTiles.of(Bench.program(), false).tiles()).as("few elements").isEmpty();
  }

  @Test
  void weightsOfWhichProductsReadCopiesLieOnTheHeapAlone() {
    assertThat(names(program("step"), true, true))
        .containsExactlyInAnyOrder("w", "u", "w/m", "w/v", "u/m", "u/v");
    assertThat(names(program("w"), false, true)).containsExactly("w");
  }

  private static List<String> names(Program program, boolean alone) {
    return names(program, alone, false);
  }

  private static List<String> names(Program program, boolean alone, boolean bfloat16) {
    StateLayout.Tiled tiled = UpdateTiles.of(program, bfloat16);
    return tiled.tiles().keySet().stream()
        .filter(v -> tiled.alone(v) == alone)
        .map(Var::name)
        .toList();
  }

  /** What another function reads is what the update left, on the heap and elsewhere. */
  @ParameterizedTest
  @ValueSource(strings = {"w", "w/m"})
  void otherFunctionsReadWhatTheUpdateLeft(String read) {
    try (Backend backend = new OneDnnProvider().open(new BackendSettings(2));
        CompiledModel model = backend.compile(program(read), new CompileOptions(DType.F32, 3));
        Session other = model.session("other", 1)) {
      train(model, 2);
      Var v =
          model.program().state().stream()
              .filter(s -> s.name().equals(read))
              .findAny()
              .orElseThrow();
      other.run(1, 0);
      double wanted = java.util.Arrays.stream(Bench.read(model, v)).sum();
      assertThat(Bench.get(other.output("y"), DType.F32)).isCloseTo(wanted, within(1e-2));
    }
  }
}
