package io.ae.core.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ae.api.AeException;
import io.ae.api.backend.Availability;
import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.DType;
import io.ae.api.graph.Function;
import io.ae.api.graph.Init;
import io.ae.api.graph.Initialiser;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Program;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.core.autodiff.Tracer;
import io.ae.core.backend.kernel.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What sessions and models refuse, and what goes through their buffers. */
class SessionTest {
  private final Var step =
      new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);
  private final Var w = new Var("w", Type.real(Shape.of(2)), new Init.Normal(1), true);
  private Backend backend;
  private CompiledModel model;

  @BeforeEach
  void compile() {
    Function add =
        Tracer.trace(
            "add",
            true,
            step,
            o -> {
              Value x = o.input("x", Type.real(Shape.rows(2)));
              o.write(w, o.add(w, o.sumRows(x)));
              return Map.of("y", o.add(x, w));
            });
    Function sparse =
        Tracer.trace(
            "sparse",
            true,
            step,
            o -> {
              Value x = o.input("x", new Type(Shape.rows(3), Kind.SPARSE));
              return Map.of("y", o.densify(x));
            });
    Function see = Tracer.trace("see", false, step, o -> Map.of("w", o.read(w)));
    backend = new JavaBackendProvider().open(new BackendSettings(2));
    model =
        backend.compile(
            new Program(List.of(w), Map.of("add", add, "sparse", sparse, "see", see)),
            new CompileOptions(DType.F32, 5));
  }

  @AfterEach
  void close() {
    backend.close();
  }

  @Test
  void theProviderSaysWhatItIs() {
    JavaBackendProvider provider = new JavaBackendProvider();
    assertThat(provider.descriptor().id()).isEqualTo("java");
    assertThat(provider.descriptor().nativeFree()).isTrue();
    assertThat(provider.probe()).isInstanceOf(Availability.Available.class);
    assertThat(ServiceLoader.load(BackendProvider.class))
        .anyMatch(JavaBackendProvider.class::isInstance);
  }

  @Test
  void buffersHaveRoomForTheMostRowsAndRunsUseTheFirst() {
    try (Session s = model.session("add", 3)) {
      ByteBuffer x = s.input("x");
      assertThat(x.order()).isEqualTo(ByteOrder.nativeOrder());
      assertThat(x.remaining()).isEqualTo(3 * 2 * 4);
      x.putFloat(1).putFloat(2).putFloat(100).putFloat(100);
      float[] before = w();
      s.run(1, 0);
      ByteBuffer y = s.output("y");
      assertThat(y.getFloat()).isEqualTo(1 + before[0]);
      assertThat(y.getFloat()).isEqualTo(2 + before[1]);
      assertThat(w()).containsExactly(before[0] + 1, before[1] + 2);
      assertThat(s.type("x")).isEqualTo(DType.F32);
      assertThat(s.input("x").position()).isZero();
    }
  }

  @Test
  void variablesStartWhereEveryBackendStarts() {
    float[] wanted = new float[2];
    Initialiser.fill(w, 5, wanted);
    assertThat(w()).isEqualTo(wanted);
  }

  @Test
  void readAndWriteCopyAVariable() {
    ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());
    model.write("w", bytes.putFloat(3).putFloat(4).flip());
    assertThat(w()).containsExactly(3, 4);
    assertThat(model.type("w")).isEqualTo(DType.F32);
    refused("AE-B020", "no variable 'v'", () -> model.read("v", bytes));
    refused("AE-B020", "no variable 'v'", () -> model.type("v"));
    refused(
        "AE-B024",
        "takes 8 bytes of F32, the buffer has 4",
        () -> model.write("w", bytes.position(4)));
    refused("AE-B024", "takes 8 bytes", () -> model.read("w", ByteBuffer.allocate(7)));
  }

  @Test
  void anotherSessionSeesTheWrites() {
    try (Session add = model.session("add", 1);
        Session see = model.session("see", 1)) {
      add.input("x").putFloat(1).putFloat(1);
      see.run(1, 0);
      float before = see.output("w").getFloat();
      add.run(1, 0);
      see.run(1, 0);
      assertThat(see.output("w").getFloat()).isEqualTo(before + 1);
    }
  }

  @Test
  void wrongNamesAreRefused() {
    try (Session s = model.session("add", 1)) {
      refused("AE-B020", "has no input 'z'; inputs [x], outputs [y]", () -> s.input("z"));
      refused("AE-B020", "has no output 'x'", () -> s.output("x"));
      refused("AE-B020", "has no input or output 'z'", () -> s.type("z"));
      refused("AE-G003", "no function 'sub'", () -> model.session("sub", 1));
      refused("AE-B022", "at least 1 row", () -> model.session("add", 0));
    }
  }

  @Test
  void wrongNumbersOfRowsAreRefused() {
    try (Session s = model.session("add", 2)) {
      refused("AE-B022", "up to 2 rows, got 3", () -> s.run(3, 0));
      refused("AE-B022", "up to 2 rows, got -1", () -> s.run(-1, 0));
      refused("AE-B022", "needs at least 1 row", () -> s.run(0, 0));
    }
  }

  @Test
  void wrongSparseRowsAreRefused() {
    try (Session s = model.session("sparse", 2, 3)) {
      refused("AE-B022", "more non-zeros than the session's 3 by row 1", () -> sparse(s, 2, 2));
      refused("AE-B022", "row 0 has -1 non-zeros", () -> sparse(s, -1, 0));
      refused("AE-B023", "row 0 has column 3 after 0", () -> sparse(s, 2, 0, 0, 3));
      refused("AE-B023", "row 0 has column 1 after 1", () -> sparse(s, 2, 0, 1, 1));
      sparse(s, 2, 1, 0, 2, 1);
      assertThat(Tried.get(s.output("y"), DType.F32, 6)).containsExactly(1, 0, 2, 0, 3, 0);
    }
  }

  private static void sparse(Session s, int first, int second, int... columns) {
    s.input("x.lengths").putInt(first).putInt(second);
    ByteBuffer into = s.input("x.columns");
    ByteBuffer values = s.input("x.values");
    for (int i = 0; i < columns.length; i++) {
      into.putInt(columns[i]);
      values.putFloat(i + 1);
    }
    s.run(2, 0);
  }

  @Test
  void aClosedSessionRefusesRuns() {
    Session s = model.session("add", 1);
    s.close();
    s.close();
    refused("AE-B021", "the session of 'add' is closed", () -> s.run(1, 0));
    refused("AE-B021", "the session of 'add' is closed", () -> s.input("x"));
  }

  @Test
  void aClosedModelRefusesRunsAndClosingTwiceIsFine() {
    Session s = model.session("add", 1);
    model.close();
    model.close();
    refused("AE-B021", "the compiled model is closed", () -> s.run(1, 0));
    refused("AE-B021", "the compiled model is closed", () -> model.session("add", 1));
    assertThatCode(s::close).doesNotThrowAnyException();
  }

  @Test
  void aClosedBackendClosesItsModelsAndCompilesNothing() {
    Session s = model.session("add", 1);
    backend.close();
    refused("AE-B021", "the compiled model is closed", () -> s.run(1, 0));
    refused(
        "AE-B021",
        "backend 'java' is closed",
        () -> backend.compile(model.program(), new CompileOptions(DType.F32, 1)));
  }

  @Test
  void halfPrecisionIsRefusedByName() {
    refused(
        "AE-B011",
        "not in bfloat16",
        () -> backend.compile(model.program(), new CompileOptions(DType.BF16, 1)));
  }

  @Test
  void aReaderDoesNotWaitForAWriter() throws InterruptedException {
    AtomicReference<float[]> seen = new AtomicReference<>();
    ((JavaModel) model).state().writing().lock();
    try {
      Thread reader = new Thread(() -> seen.set(w()));
      reader.start();
      reader.join(20_000);
      assertThat(seen.get()).as("read while another thread holds the turn to write").isNotNull();
    } finally {
      ((JavaModel) model).state().writing().unlock();
    }
  }

  @Test
  void stepsUseTheMemoryOfCommitsThatNobodyReads() {
    State state = ((JavaModel) model).state();
    try (Session s = model.session("add", 1)) {
      Commit pinned = state.pin();
      Tensor first = pinned.values[0];
      float was = first.floats()[0];
      Set<Tensor> used = Collections.newSetFromMap(new IdentityHashMap<>());
      s.input("x").putFloat(1);
      for (int i = 0; i < 20; i++) {
        s.run(1, 0);
        Commit latest = state.pin();
        used.add(latest.values[0]);
        state.release(latest);
      }
      assertThat(used).as("two take turns beside the pinned one").hasSize(2);
      assertThat(used).doesNotContain(first);
      assertThat(first.floats()[0]).isEqualTo(was);
      state.release(pinned);
    }
  }

  private float[] w() {
    try (Session see = model.session("see", 1)) {
      see.run(1, 0);
      ByteBuffer y = see.output("w");
      return new float[] {y.getFloat(), y.getFloat()};
    }
  }

  private static void refused(String code, String text, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(AeException.class).hasMessageContaining(text);
    assertThat(catchThrowableOfType(AeException.class, call).code()).isEqualTo(code);
  }
}
