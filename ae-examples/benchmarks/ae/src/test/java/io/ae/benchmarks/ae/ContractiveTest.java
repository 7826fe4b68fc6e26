package io.ae.benchmarks.ae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.Session;
import io.ae.api.data.DataSpec;
import io.ae.api.graph.DType;
import io.ae.api.model.Optimiser;
import io.ae.core.train.Reals;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The closed form of the contractive penalty against differences of the encoder. */
final class ContractiveTest {
  private static final int D = 6;
  private static final int L = 4;
  private static final int ROWS = 3;
  private static final double FACTOR = .7;
  private static final double STEP = 1e-4;

  @Test
  void penaltyIsTheSquaredNormOfTheJacobian() {
    Model model =
        new Model(DataSpec.vectors(D), v -> new Contractive(v, D, L, FACTOR, Optimiser.adam(1e-3)));
    double[] x = new Random(5).doubles(ROWS * D, -1, 1).toArray();
    try (Compiled compiled = new Compiled(model, "java", new BackendSettings(1), DType.F64);
        Session loss = compiled.model().session("loss.train", ROWS);
        Session encode = compiled.model().session("encode", ROWS)) {
      double[] expected = new double[ROWS];
      for (int i = 0; i < D; i++) {
        double[] above = codes(encode, x, i, STEP);
        double[] below = codes(encode, x, i, -STEP);
        for (int k = 0; k < ROWS * L; k++) {
          double slope = (above[k] - below[k]) / (2 * STEP);
          expected[k / L] += FACTOR * slope * slope;
        }
      }
      fill(loss, x, 0, 0);
      loss.run(ROWS, 0);
      Reals penalty = Reals.output(loss, "term.contraction");
      for (int r = 0; r < ROWS; r++) {
        assertThat(expected[r]).isPositive();
        assertThat(penalty.get(r)).isCloseTo(expected[r], within(1e-6 * expected[r]));
      }
    }
  }

  private static double[] codes(Session encode, double[] x, int column, double by) {
    fill(encode, x, column, by);
    encode.run(ROWS, 0);
    Reals output = Reals.output(encode, "code");
    double[] codes = new double[ROWS * L];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = output.get(i);
    }
    return codes;
  }

  private static void fill(Session session, double[] x, int column, double by) {
    Reals input = Reals.input(session, "x");
    for (int i = 0; i < x.length; i++) {
      input.put(i, x[i] + (i % D == column ? by : 0));
    }
  }
}
