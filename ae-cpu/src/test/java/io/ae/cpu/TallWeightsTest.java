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
import io.ae.api.graph.Program;
import io.ae.api.graph.Var;
import io.ae.core.backend.JavaBackendProvider;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Long rows that stay in each shard's columns. */
class TallWeightsTest {
  private static final int ROWS = 61;

  @ParameterizedTest
  @CsvSource({
    "SIGMOID, 1",
    "SIGMOID, 2",
    "SIGMOID, 3",
    "LINEAR, 2",
    "LINEAR, 3",
    "CROSS_ENTROPY, 2",
    "CROSS_ENTROPY, 3",
    "WEIGHTED, 2",
    "PENALTY, 2",
    "PENALTY, 3"
  })
  void agreeWithJavaInDoublePrecision(TallWeights.Loss loss, int threads) {
    List<double[]> wanted = trained(loss, new JavaBackendProvider(), 1, DType.F64);
    List<double[]> found = trained(loss, new OneDnnProvider(), threads, DType.F32);
    assertThat(found).hasSameSizeAs(wanted);
    for (int v = 0; v < wanted.size(); v++) {
      double most = 0;
      for (int i = 0; i < wanted.get(v).length; i++) {
        double wide = Math.max(1, Math.abs(wanted.get(v)[i]));
        most = Math.max(most, Math.abs(found.get(v)[i] - wanted.get(v)[i]) / wide);
      }
      assertThat(most).as("difference of value %d", v).isCloseTo(0, within(2e-4));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SIGMOID", "LINEAR", "CROSS_ENTROPY"})
  void noLongRowCrossesToAnotherShard(TallWeights.Loss loss) {
    List<String> steps = steps(loss);
    assertThat(steps).filteredOn(s -> s.startsWith("matmul")).hasSize(3);
    assertThat(steps)
        .filteredOn(s -> s.startsWith("matmul") || s.contains("[B, 600] "))
        .noneMatch(s -> s.endsWith("ROW"));
    assertThat(steps).noneMatch(s -> s.startsWith("publish") && s.contains("600"));
  }

  @Test
  void whatReadsANumberARowGoesOnByRows() {
    assertThat(steps(TallWeights.Loss.WEIGHTED))
        .anyMatch(s -> s.contains("[B, 600]") && s.endsWith("ROW"));
  }

  @Test
  void aModelGoesOnFromWhatAnotherOneHolds() {
    Bench.assertGoesOn(TallWeights.program(TallWeights.Loss.SIGMOID), model -> train(model, 2));
  }

  @Test
  void eachShardFillsTheColumnsThatItReads() {
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    try (Backend backend = new OneDnnProvider().open(new BackendSettings(2));
        CompiledModel model =
            backend.compile(
                TallWeights.program(TallWeights.Loss.SIGMOID), new CompileOptions(DType.F32, 3));
        Session session = model.session("train", ROWS)) {
      Session.Filler columns =
          new Session.Filler() {
            @Override
            public void fill(int from, int to) {
              asked.add("rows");
            }

            @Override
            public boolean fill(String input, int from, int to, int left, int right) {
              return asked.add("%s %d-%d of %d rows".formatted(input, left, right, to - from));
            }
          };
      session.run(ROWS, 0, columns);
      assertThat(asked).containsExactlyInAnyOrder("x 0-288 of 61 rows", "x 288-600 of 61 rows");
      asked.clear();
      session.run(ROWS, 0, (from, to) -> asked.add(from + "-" + to));
      assertThat(asked).hasSize(2).allMatch(a -> a.equals("0-30") || a.equals("30-61"));
    }
  }

  private static List<String> steps(TallWeights.Loss loss) {
    try (Backend backend = new OneDnnProvider().open(new BackendSettings(2, true));
        CompiledModel model =
            backend.compile(TallWeights.program(loss), new CompileOptions(DType.F32, 3));
        Session session = model.session("train", ROWS)) {
      return session.times().stream().filter(t -> t.shard() == 0).map(StepTime::what).toList();
    }
  }

  /** Steps on full batches and smaller ones. */
  private static void train(CompiledModel model, int steps) {
    boolean weighted =
        model.program().function("train").inputs().stream().anyMatch(i -> i.name().equals("rows"));
    try (Session session = model.session("train", ROWS)) {
      for (int s = 0; s < steps; s++) {
        int rows = s % 3 == 1 ? ROWS - 11 : s % 3 == 2 ? 5 : ROWS;
        ByteBuffer x = session.input("x");
        for (int i = 0; i < rows * TallWeights.LONG; i++) {
          Bench.put(x, session.type("x"), Math.floorMod(i * 7919L + s, 97) / 97.0);
        }
        if (weighted) {
          ByteBuffer weights = session.input("rows");
          for (int i = 0; i < rows; i++) {
            Bench.put(weights, session.type("rows"), .5 + i % 3);
          }
        }
        Bench.put(session.input("rate"), session.type("rate"), .01);
        session.run(rows, 0);
      }
    }
  }

  private static List<double[]> trained(
      TallWeights.Loss loss, BackendProvider provider, int threads, DType compute) {
    Program program = TallWeights.program(loss);
    List<double[]> values = new ArrayList<>();
    try (Backend backend = provider.open(new BackendSettings(threads));
        CompiledModel model = backend.compile(program, new CompileOptions(compute, 3))) {
      train(model, 4);
      for (Var v : program.state()) {
        values.add(Bench.read(model, v));
      }
    }
    return values;
  }
}
