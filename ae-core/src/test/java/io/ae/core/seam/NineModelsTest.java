package io.ae.core.seam;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.api.graph.DType;
import io.ae.api.model.Capability;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nine models written against the api alone learn, and their gradients are derivatives. */
class NineModelsTest {
  private static final int D = Nine.D;
  private static final Examples DATA = Examples.dense(48, D, 1);

  @Test
  void denseWithDropoutAndTiedWeights() {
    Nine nine = Nine.TIED_DROPOUT;
    GradientCheck.hold(nine, name -> true);
    try (Taught taught = new Taught(nine.network, nine.spec, DType.F32, 2)) {
      assertFalls(taught.steps(0, 300, DATA), .5);
    }
  }

  @Test
  void adversarialWithThreeOptimisersInAStep() {
    Nine nine = Nine.ADVERSARIAL;
    GradientCheck.hold(nine, name -> true);
    try (Taught taught = new Taught(nine.network, nine.spec, DType.F32, 2)) {
      double before = taught.run("loss.fit", DATA).get("term.error")[0];
      taught.steps(0, 300, DATA);
      assertThat(taught.run("loss.fit", DATA).get("term.error")[0]).isLessThan(.3 * before);
      assertThat(taught.read("step")).containsExactly(300);
      assertThat(taught.read("t.judge")).containsExactly(300);
    }
  }

  @Test
  void vectorQuantisedWithARunningCodebook() {
    Nine nine = Nine.VECTOR_QUANTISED;
    GradientCheck.hold(nine, name -> name.equals("v") || name.equals("c"));
    try (Taught taught = new Taught(nine.network, nine.spec, DType.F32, 2)) {
      double[] before = taught.read("codebook");
      assertFalls(taught.steps(0, 300, DATA), .5);
      assertThat(taught.read("codebook")).isNotEqualTo(before);
      double[] codes = taught.run("encode", DATA).get("code");
      assertThat(codes).hasSize(48 * 3);
      assertThat(List.of(codes[0], codes[1], codes[2])).allMatch(c -> c >= 0 && c < 6);
      Examples asCodes = new Examples(48, 0, 0, Map.of("code", indices(codes)));
      assertThat(taught.run("decode", asCodes).get("x"))
          .isEqualTo(taught.run("reconstruct", DATA).get("reconstruction"));
    }
  }

  @Test
  void unpooledConvolutionOnOddSizes() {
    Nine nine = Nine.UNPOOLED;
    GradientCheck.hold(nine, name -> true);
    try (Taught taught = new Taught(nine.network, nine.spec, DType.F32, 2)) {
      assertFalls(taught.steps(0, 150, Examples.dense(32, 35, 1)), .5);
      assertThat(taught.traced.capabilities())
          .contains(Capability.ENCODE, Capability.RECONSTRUCT)
          .doesNotContain(Capability.DECODE);
    }
  }

  @Test
  void sparseTextWithAMultinomialLikelihood() {
    Nine nine = Nine.TEXT;
    GradientCheck.hold(nine, name -> true);
    try (Taught taught = new Taught(nine.network, nine.spec, DType.F32, 2)) {
      assertFalls(taught.steps(0, 200, Examples.text(40, 20, 1)), .85);
    }
  }

  @Test
  void importanceWeighted() {
    Nine nine = Nine.IMPORTANCE_WEIGHTED;
    GradientCheck.hold(nine, name -> true);
    try (Taught taught = new Taught(nine.network, nine.spec, DType.F32, 2)) {
      assertFalls(taught.steps(0, 200, DATA), .97);
      assertThat(taught.traced.capabilities()).contains(Capability.GENERATE);
    }
  }

  @Test
  void sparseByMeanActivationsOfTheBatch() {
    Nine nine = Nine.KL_SPARSE;
    GradientCheck.hold(nine, name -> true);
    try (Taught taught = new Taught(nine.network, nine.spec, DType.F32, 2)) {
      assertFalls(taught.steps(0, 300, DATA), .5);
      assertThat(taught.read("usual")).isNotEqualTo(new double[D]);
    }
  }

  @Test
  void stackedGreedilyThenLabelled() {
    Nine nine = Nine.STACKED;
    int[] labels = new int[48];
    for (int i = 0; i < 48; i++) {
      double[] x = (double[]) DATA.given().get("x");
      labels[i] = i % 4 == 3 ? -1 : x[i * D] > .5 ? 1 : 0;
    }
    Examples data = DATA.labelled(labels);
    GradientCheck.hold(nine, name -> true);
    try (Taught taught = new Taught(nine.network, nine.spec, DType.F32, 2)) {
      taught.run("begin.lower", data);
      assertFalls(taught.steps(0, 100, data), .7);
      taught.run("begin.upper", data);
      double[] lower = taught.read("first.w");
      assertFalls(taught.steps(1, 100, data), .95);
      assertThat(taught.read("first.w")).as("frozen").isEqualTo(lower);
      assertFalls(taught.steps(2, 100, data), .5);
      assertThat(taught.traced.capabilities()).contains(Capability.CLASSIFY);
    }
  }

  @Test
  void contractiveByTheExactJacobian() {
    Nine nine = Nine.CONTRACTIVE;
    GradientCheck.hold(nine, name -> true);
    try (Taught taught = new Taught(nine.network, nine.spec, DType.F32, 2)) {
      assertFalls(taught.steps(0, 200, DATA), .6);
    }
  }

  private static int[] indices(double[] codes) {
    return Arrays.stream(codes).mapToInt(c -> (int) c).toArray();
  }

  private static void assertFalls(List<Double> losses, double factor) {
    double last =
        losses.subList(losses.size() - 5, losses.size()).stream()
            .mapToDouble(Double::doubleValue)
            .average()
            .orElseThrow();
    assertThat(last)
        .as("after " + losses.size() + " steps, from " + losses.get(0))
        .isFinite()
        .isLessThan(factor * losses.get(0));
  }
}
