package io.ae.core.seam;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.api.data.DataSpec;
import io.ae.api.graph.DType;
import java.util.List;
import org.junit.jupiter.api.Test;

class NineModelsTest {
  private static final int D = 12;

  @Test
  void denseWithDropoutAndTiedWeights() {
    Examples data = Examples.dense(64, D, 1);
    try (Taught taught =
        new Taught(s -> new TiedDropout(s, D, 4, .1), DataSpec.vectors(D), DType.F32, 2)) {
      assertFalls(taught.steps(0, 300, data), .5);
    }
  }

  private static void assertFalls(List<Double> losses, double factor) {
    double first = losses.get(0);
    double last =
        losses.subList(losses.size() - 5, losses.size()).stream()
            .mapToDouble(Double::doubleValue)
            .average()
            .orElseThrow();
    assertThat(last).as("first " + first).isFinite().isLessThan(factor * first);
  }
}
