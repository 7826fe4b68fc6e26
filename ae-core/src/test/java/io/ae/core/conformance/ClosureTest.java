package io.ae.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.api.backend.Backend;
import io.ae.api.graph.DType;
import io.ae.core.backend.JavaBackendProvider;
import io.ae.core.conformance.Trial.Order;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The op list is closed: gradients, and gradients of gradients, are ops that compute rightly. */
class ClosureTest {
  private static final double STEP = 1e-6;

  static Stream<OpCase> smooth() {
    return OpCases.all().stream().filter(OpCase::smooth);
  }

  @ParameterizedTest
  @MethodSource("smooth")
  void gradientsAreFiniteDifferences(OpCase c) {
    compare(c, Order.GRADIENT, Order.LOSS);
  }

  @ParameterizedTest
  @MethodSource("smooth")
  void secondDerivativesAreFiniteDifferences(OpCase c) {
    compare(c, Order.SECOND, Order.GRADIENT_LOSS);
  }

  private static void compare(OpCase c, Order gradient, Order loss) {
    List<double[]> values = Trial.values(c, Trial.ROWS, DType.F64);
    try (Backend java = Lab.open(new JavaBackendProvider());
        Trial slope = new Trial(java, DType.F64, c, gradient);
        Trial height = new Trial(java, DType.F64, c, loss)) {
      Map<String, double[]> found = slope.run(values, Trial.ROWS);
      for (int k : Trial.moved(c)) {
        double[] wanted = new double[values.get(k).length];
        for (int i = 0; i < wanted.length; i++) {
          wanted[i] = difference(height, values, k, i);
        }
        double largest = 0;
        for (double w : wanted) {
          largest = Math.max(largest, Math.abs(w));
        }
        double[] got = found.get("gradient of " + Trial.name(k));
        assertThat(got).as("gradient of %s by %s", c, Trial.name(k)).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.length; i++) {
          assertThat(Math.abs(got[i] - wanted[i]))
              .as("%s by %s[%s]: %s, found %s", c, Trial.name(k), i, wanted[i], got[i])
              .isLessThanOrEqualTo(2e-6 * (1 + largest));
        }
      }
    }
  }

  private static double difference(Trial height, List<double[]> values, int k, int i) {
    double[] argument = values.get(k);
    double x = argument[i];
    argument[i] = x + STEP;
    double above = height.run(values, Trial.ROWS).get("loss")[0];
    argument[i] = x - STEP;
    double below = height.run(values, Trial.ROWS).get("loss")[0];
    argument[i] = x;
    return (above - below) / (2 * STEP);
  }
}
