package io.ae.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.graph.DType;
import io.ae.core.backend.JavaBackendProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingTest {
  private static final int STEPS = 40;
  private static final int ROWS = 41;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void trainsAsTheJavaBackendDoesInDoublePrecision(int threads) {
    double[] wanted = Bench.train(new JavaBackendProvider(), 1, DType.F64, STEPS, ROWS);
    double[] found = Bench.train(new OneDnnProvider(), threads, DType.F32, STEPS, ROWS);
    assertThat(found).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.length; i++) {
      assertThat(found[i]).isCloseTo(wanted[i], within(1e-3 * Math.max(.1, Math.abs(wanted[i]))));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void givesTheSameBitsTwice(int threads) {
    double[] first = Bench.train(new OneDnnProvider(), threads, DType.F32, STEPS, ROWS);
    assertThat(Bench.train(new OneDnnProvider(), threads, DType.F32, STEPS, ROWS)).isEqualTo(first);
  }
}
