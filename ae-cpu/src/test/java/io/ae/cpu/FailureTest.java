package io.ae.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ae.api.AeException;
import io.ae.api.backend.Availability;
import io.ae.api.backend.Backend;
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
import io.ae.cpu.onednn.OneDnn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailureTest {
  private static final int ROWS = 64;
  private static final int ENTRIES = 4;

  @Test
  void probesWithoutThrowing() {
    assertThat(new OneDnnProvider().probe()).isInstanceOf(Availability.Available.class);
  }

  @Test
  void refusesAnotherComputeTypeByName() {
    assertRefused(
        DType.F64, "float32 or bfloat16, not in float64. Use float32, or the backend java");
  }

  @Test
  void refusesBfloat16ByNameOnCpusWithoutIt() {
    String has = OneDnn.load().instructionSet();
    assertRefused(
        DType.BF16,
        "backend cpu computes in bfloat16 on a CPU with AVX512_BF16; this one has "
            + has
            + ". Use float32, or another machine");
  }

  private static void assertRefused(DType compute, String text) {
    try (Backend backend = new OneDnnProvider(() -> false).open(new BackendSettings(1))) {
      CompileOptions options = new CompileOptions(compute, 1);
      assertThatThrownBy(() -> backend.compile(Bench.program(), options))
          .isInstanceOfSatisfying(
              AeException.class, e -> assertThat(e.text()).startsWith("AE-B011 ").contains(text));
    }
  }

  /** An index out of range in one shard's rows only. */
  @Test
  void anErrorInOneShardEndsTheRunAndLeavesTheStateAsItWas() {
    Var table = new Var("table", Type.real(Shape.of(ENTRIES)), Init.ones(), true);
    Var step = new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);
    Tracer o = new Tracer(true, step);
    Value at = o.input("at", Type.index(Shape.rows()));
    o.write(table, o.add(table, o.sumAll(o.gather(table, at))));
    Program program = new Program(List.of(table, step), Map.of("f", o.function("f", Map.of())));
    try (Backend backend = new OneDnnProvider().open(new BackendSettings(3));
        CompiledModel model = backend.compile(program, new CompileOptions(DType.F32, 1));
        Session session = model.session("f", ROWS)) {
      session.input("at").putInt(4 * (ROWS - 1), ENTRIES);
      assertThatThrownBy(() -> session.run(ROWS, 0))
          .isInstanceOf(AeException.class)
          .hasMessageContaining("found " + ENTRIES);
      assertThat(Bench.read(model, table)).containsOnly(1);
      session.input("at").putInt(4 * (ROWS - 1), 0);
      session.run(ROWS, 0);
      assertThat(Bench.read(model, table)).containsOnly(1 + ROWS);
    }
  }

  @Test
  void sessionsRunAtOnceOverOneCrew() throws InterruptedException {
    try (Backend backend = new OneDnnProvider().open(new BackendSettings(2));
        CompiledModel model = backend.compile(Bench.program(), new CompileOptions(DType.F32, 1))) {
      double[] alone = encode(model);
      List<Thread> threads =
          java.util.stream.IntStream.range(0, 3)
              .mapToObj(i -> new Thread(() -> repeat(model, alone)))
              .toList();
      List<Throwable> thrown = new java.util.concurrent.CopyOnWriteArrayList<>();
      for (Thread t : threads) {
        t.setUncaughtExceptionHandler((which, e) -> thrown.add(e));
        t.start();
      }
      for (Thread t : threads) {
        t.join();
      }
      assertThat(thrown).isEmpty();
    }
  }

  private static void repeat(CompiledModel model, double[] wanted) {
    for (int i = 0; i < 50; i++) {
      assertThat(encode(model)).isEqualTo(wanted);
    }
  }

  private static double[] encode(CompiledModel model) {
    try (Session session = model.session(Bench.ENCODE, ROWS)) {
      Bench.fill(session, ROWS);
      session.run(ROWS, 0);
      double[] codes = new double[ROWS * 7];
      var out = session.output("code");
      for (int i = 0; i < codes.length; i++) {
        codes[i] = out.getFloat();
      }
      return codes;
    }
  }

  @Test
  void closesTwiceAndRefusesLaterRuns() {
    Backend backend = new OneDnnProvider().open(new BackendSettings(2));
    CompiledModel model = backend.compile(Bench.program(), new CompileOptions(DType.F32, 1));
    Session session = model.session(Bench.ENCODE, ROWS);
    model.close();
    model.close();
    backend.close();
    session.close();
    assertThatThrownBy(() -> session.run(1, 0))
        .isInstanceOf(AeException.class)
        .hasMessageContaining("closed");
    // The caller's buffers stay valid.
    session.input("x").putFloat(0, 1);
  }
}
