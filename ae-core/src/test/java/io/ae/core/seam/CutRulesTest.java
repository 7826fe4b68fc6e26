package io.ae.core.seam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.AeException;
import io.ae.api.backend.Session;
import io.ae.api.data.DataSpec;
import io.ae.api.graph.DType;
import io.ae.api.graph.Function;
import io.ae.api.graph.Init;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Var;
import io.ae.api.model.Optimiser;
import io.ae.api.model.Phase;
import io.ae.api.model.Terms;
import io.ae.core.trace.PhaseProgram;
import io.ae.core.trace.TraceOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules 4, 5 and 7: where rows may be cut, what means divide by, what adds up over batches. */
class CutRulesTest {
  private static final TraceOptions DESCENT = new TraceOptions(Map.of("*", Optimiser.sgd(1, 0)), 0);

  /** Four rows on five shards: one shard at least is empty. */
  @ParameterizedTest
  @EnumSource(Nine.class)
  void rule4AnyNumberOfShardsGivesTheSameGradients(Nine nine) {
    Map<String, double[]> wanted = moved(nine, 1, nine.few.rows());
    for (int shards : new int[] {2, 3, 5}) {
      moved(nine, shards, nine.few.rows())
          .forEach((name, v) -> assertClose(shards + " shards: " + name, v, wanted.get(name)));
    }
  }

  @ParameterizedTest
  @EnumSource(Nine.class)
  void rule5MeansDivideByTheRowsOfTheBatchAndNotByTheCapacity(Nine nine) {
    Map<String, double[]> wanted = moved(nine, 1, nine.few.rows());
    moved(nine, 2, 9).forEach((name, v) -> assertClose(name, v, wanted.get(name)));
  }

  /** Returns the state after one step of each phase, by plain descent at rate 1. */
  private static Map<String, double[]> moved(Nine nine, int shards, int capacity) {
    try (Taught taught = new Taught(nine.network, nine.spec, DType.F64, shards, DESCENT)) {
      for (PhaseProgram phase : taught.traced.phases()) {
        taught.capacity(capacity).run("train." + phase.name(), nine.few);
      }
      Map<String, double[]> state = new LinkedHashMap<>();
      taught.traced.program().state().forEach(v -> state.put(v.name(), taught.read(v.name())));
      return state;
    }
  }

  private static void assertClose(String what, double[] found, double[] wanted) {
    assertThat(found).hasSameSizeAs(wanted);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i])
          .as(what + ", element " + i)
          .isCloseTo(wanted[i], within(1e-10 * Math.max(1, Math.abs(wanted[i]))));
    }
  }

  @Test
  void rule5ZeroRowsInTrainingAreRefused() {
    Nine nine = Nine.TIED_DROPOUT;
    try (Taught taught = new Taught(nine.network, nine.spec, DType.F64, 1);
        Session train = taught.model.session("train.train", 4);
        Session encode = taught.model.session("encode", 4)) {
      encode.run(0, 0);
      assertThatThrownBy(() -> train.run(0, 0))
          .isInstanceOf(AeException.class)
          .hasMessage("function 'train.train' writes and needs at least 1 row, got 0");
    }
  }

  @Test
  void rule5WeightedMeansDivideByTheSumOfWeights() {
    assertThat(weightedLoss(2, 0, 3, .5, 1, .25)).isCloseTo(1.75 / .75, within(1e-12));
    assertThat(weightedLoss(2, 0, 3, 0, 1, 0)).isZero();
  }

  /** The loss of rows (value, weight). */
  private static double weightedLoss(double... valuesAndWeights) {
    Examples rows = new Examples(3, 0, 0, Map.of("x", valuesAndWeights));
    Phase phase =
        Phase.of(
            "train",
            (o, in) ->
                new Terms(List.of())
                    .and(
                        "v",
                        o.sumFeatures(o.slice(in.x(), 1, 0, 1)),
                        o.sumFeatures(o.slice(in.x(), 1, 1, 2))),
            Optimiser.sgd(0, 0));
    try (Taught taught = new Taught(s -> new Phased(s, phase), DataSpec.vectors(2), DType.F64, 2)) {
      return taught.run("train.train", rows).get("loss")[0];
    }
  }

  @Test
  void rule7RowTermsAddUpOverBatchesAndScalarTermsDoNot() {
    Nine nine = Nine.TIED_DROPOUT;
    Examples rows = Examples.dense(6, Nine.D, 4);
    try (Taught taught = new Taught(nine.network, nine.spec, DType.F64, 2)) {
      Map<String, double[]> whole = taught.run("loss.train", rows);
      Map<String, double[]> first = taught.run("loss.train", rows.part(0, 2));
      Map<String, double[]> rest = taught.run("loss.train", rows.part(2, 6));
      assertThat(whole.get("term.error")).hasSize(6);
      assertThat(sum(first.get("term.error")) + sum(rest.get("term.error")))
          .isCloseTo(sum(whole.get("term.error")), within(1e-12));
      assertThat(first.get("term.decay")).hasSize(1).isEqualTo(whole.get("term.decay"));
    }
  }

  @ParameterizedTest
  @EnumSource(Nine.class)
  void rule7OnlyTrainingAndBeginningWrite(Nine nine) {
    try (Taught taught = new Taught(nine.network, nine.spec, DType.F64, 1)) {
      for (Function f : taught.traced.program().functions().values()) {
        boolean may = f.name().startsWith("train.") || f.name().startsWith("begin.");
        assertThat(!f.writes().isEmpty()).as(f.name()).isEqualTo(may);
      }
      assertThat(taught.traced.program().functions())
          .containsKeys("encode", "reconstruct", "score");
    }
  }

  @Test
  void rule7ScoreIsTheLossOfARowUnlessThePluginHasItsOwn() {
    Nine nine = Nine.TIED_DROPOUT;
    try (Taught taught = new Taught(nine.network, nine.spec, DType.F64, 1)) {
      assertThat(taught.run("score", nine.few).get("score"))
          .isEqualTo(taught.run("loss.train", nine.few).get("term.error"));
    }
  }

  @Test
  void rule4AJoinIsReadOffTheShapes() {
    Var w = new Var("w", Type.real(Shape.of(2, 2)), new Init.Normal(1), true);
    Function f =
        OneFunction.trace(
            "f",
            o -> {
              var x = o.input("x", Type.real(Shape.rows(2)));
              var all = o.allRows(o.matmul(x, w)); // [A, 2]
              return Map.of("y", o.maxTo(o.matmulTransposed(x, all), Shape.rows(1)));
            });
    double[] x = {1, 2, 3, -1, -2, .5, 0, 1, 2, 2};
    Examples rows = new Examples(5, 0, 0, Map.of("x", x));
    double[] wanted;
    try (OneFunction one = new OneFunction(DType.F64, 1, f)) {
      wanted = one.run("f", "y", rows);
    }
    for (int shards : new int[] {2, 3, 5, 7}) {
      try (OneFunction several = new OneFunction(DType.F64, shards, f)) {
        assertThat(several.run("f", "y", rows)).isEqualTo(wanted);
      }
    }
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double v : values) {
      sum += v;
    }
    return sum;
  }
}
