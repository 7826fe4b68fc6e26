package io.ae.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.DType;
import io.ae.api.graph.Program;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.core.backend.JavaBackendProvider;
import io.ae.core.conformance.BackendKit;
import io.ae.core.train.Precision;
import io.ae.cpu.onednn.OneDnn;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Training in bfloat16, as on a CPU that has it: oneDNN emulates its products, slowly, where there
 * is AVX-512 alone.
 */
class Bfloat16Test {
  /** The largest relative error of a product of two rounded factors. */
  private static final double ROUNDING = 1. / 256;

  private static final int ROWS = 53;

  private static final OneDnnProvider PROVIDER = new OneDnnProvider(() -> true);

  @BeforeAll
  static void emulated() {
    assumeTrue(
        OneDnn.load().instructionSet().startsWith("AVX-512"),
        "oneDNN has no products of bfloat16 on this CPU");
  }

  @TestFactory
  Stream<DynamicTest> conforms() {
    return BackendKit.checks(PROVIDER).stream()
        .map(c -> DynamicTest.dynamicTest(c.toString(), c.body()::run));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 8192, 1, false",
    "1, 300, 30, false",
    "2, 7, 1200, true",
    "3, 64, 129, false",
    "3, 300, 401, true",
    "2, 17, 5000, false",
    // Shards cut the weights.
    "2, 600, 500, false",
    "3, 600, 500, false",
    "2, 500, 600, true",
    "3, 500, 600, true"
  })
  void factorsAreRounded(int threads, int width, int columns, boolean transposed) {
    Formula.Body body =
        o -> {
          Value x = Formula.rows(o, "x", width);
          return transposed
              ? o.matmulTransposed(x, o.input("w", Type.real(Shape.of(columns, width))))
              : o.matmul(x, o.input("w", Type.real(Shape.of(width, columns)))); // [B, columns]
        };
    double[] wanted = Formula.run(new OneDnnProvider(), threads, DType.F32, ROWS, body);
    double[] found = Formula.run(PROVIDER, threads, DType.BF16, ROWS, body);
    // Factors are at most a half.
    double most = .25 * width * ROUNDING;
    assertThat(found).hasSameSizeAs(wanted).isNotEqualTo(wanted);
    for (int i = 0; i < wanted.length; i++) {
      assertThat(found[i]).as("element %d", i).isCloseTo(wanted[i], within(most));
    }
  }

  /** Rounding would cost more than it gains. */
  @ParameterizedTest
  @CsvSource({"1, 1, 1", "1, 300, 2", "2, 7, 19", "3, 64, 127"})
  void butNotThoseOfFewWeights(int threads, int width, int columns) {
    Formula.Body body =
        o ->
            o.matmul(
                Formula.rows(o, "x", width),
                o.input("w", Type.real(Shape.of(width, columns)))); // [B, columns]
    assertThat(Formula.run(PROVIDER, threads, DType.BF16, ROWS, body))
        .isEqualTo(Formula.run(PROVIDER, threads, DType.F32, ROWS, body));
  }

  /** 1024.25 is no bfloat16, nor is the sum over the rows. */
  @Test
  void sumsAreNotRounded() {
    int width = 4097;
    Formula.Body halves =
        o -> {
          var x = o.add(o.mul(Formula.rows(o, "x", width), 0), .5); // [B, 257]
          var w = o.add(o.mul(o.input("w", Type.real(Shape.of(width, 3))), 0), .5); // [257, 3]
          return o.matmul(x, w); // [B, 3]
        };
    assertThat(Formula.run(PROVIDER, 2, DType.BF16, ROWS, halves)).containsOnly(width * .25);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void weightsMoveInTheSameDirection(int threads) {
    double[] start = WeightGradientTest.train(new JavaBackendProvider(), 1, DType.F64, 0);
    double[] wanted = WeightGradientTest.train(new JavaBackendProvider(), 1, DType.F64, 2);
    double[] found = WeightGradientTest.train(PROVIDER, threads, DType.BF16, 2);
    double dot = 0;
    double square = 0;
    double otherSquare = 0;
    for (int i = 0; i < start.length; i++) {
      double w = wanted[i] - start[i];
      double f = found[i] - start[i];
      dot += w * f;
      square += w * w;
      otherSquare += f * f;
    }
    assertThat(dot / Math.sqrt(square * otherSquare)).isGreaterThan(.9999);
    assertThat(Math.sqrt(otherSquare / square)).isCloseTo(1, within(ROUNDING));
  }

  @Test
  void givesTheSameBitsTwice() {
    double[] first = Bench.train(PROVIDER, 2, DType.BF16, 12, 41);
    assertThat(Bench.train(PROVIDER, 2, DType.BF16, 12, 41)).isEqualTo(first);
  }

  /** Copies of weights follow updates and writes alike: what was trained and what is read agree. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void roundedWeightsFollowTheState(int threads) {
    int rows = 41;
    Program program = Bench.program();
    try (Backend backend = PROVIDER.open(new BackendSettings(threads));
        CompiledModel trained = backend.compile(program, new CompileOptions(DType.BF16, 3));
        CompiledModel written = backend.compile(program, new CompileOptions(DType.BF16, 4))) {
      try (Session session = trained.session(Bench.TRAIN, rows)) {
        for (int s = 0; s < 5; s++) {
          Bench.fill(session, rows);
          Bench.put(session.input("rate"), session.type("rate"), .01);
          session.run(rows, 0);
        }
      }
      double[] before = codes(written, rows);
      for (Var v : program.state()) {
        ByteBuffer values =
            ByteBuffer.allocate(8 * (int) v.shape().elements()).order(ByteOrder.nativeOrder());
        trained.read(v.name(), values);
        written.write(v.name(), values.flip());
      }
      assertThat(codes(written, rows)).isEqualTo(codes(trained, rows)).isNotEqualTo(before);
    }
  }

  private static double[] codes(CompiledModel model, int rows) {
    try (Session session = model.session(Bench.ENCODE, rows)) {
      Bench.fill(session, rows);
      session.run(rows, 0);
      ByteBuffer code = session.output("code");
      return DoubleStream.generate(() -> Bench.get(code, session.type("code")))
          .limit(code.remaining() / session.type("code").bytes())
          .toArray();
    }
  }

  @Test
  void comesToTheLossOfFloat32() {
    double wanted = GlyphTraining.loss(new OneDnnProvider(), Precision.FLOAT32);
    double found = GlyphTraining.loss(PROVIDER, Precision.BFLOAT16);
    assertThat(found).isNotEqualTo(wanted).isCloseTo(wanted, Percentage.withPercentage(2));
  }
}
