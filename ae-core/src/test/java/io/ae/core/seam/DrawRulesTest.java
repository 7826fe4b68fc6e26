package io.ae.core.seam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ae.api.AeException;
import io.ae.api.graph.DType;
import io.ae.api.graph.Function;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Philox;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule 6: what a random number depends on. */
class DrawRulesTest {
  @Test
  void rule6AnElementsKeyIsSeedStreamStepRowAndColumn() {
    Function f =
        OneFunction.trace(
            "f",
            o ->
                o.scope(
                    "outer",
                    () ->
                        Map.of(
                            "u", o.uniform("u", Shape.rows(2, 2)),
                            "n", o.normal("n", Shape.rows(3)),
                            "whole", o.uniform("whole", Shape.of(2, 2)))));
    try (OneFunction one = new OneFunction(DType.F64, 2, f)) {
      Examples rows = new Examples(3, 100, 0, Map.of());
      double[] u = one.run("f", "u", rows);
      double[] n = one.run("f", "n", rows);
      double[] whole = one.run("f", "whole", rows);
      int[] words = new int[6];
      for (int row = 0; row < 3; row++) {
        new Philox(Taught.SEED, "outer/u").bits(0, 100 + row, 0, 4, words, 0);
        for (int c = 0; c < 4; c++) {
          assertThat(u[row * 4 + c]).isEqualTo(Philox.uniform(words[c]));
        }
        new Philox(Taught.SEED, "outer/n").bits(0, 100 + row, 0, 6, words, 0);
        for (int c = 0; c < 3; c++) {
          assertThat(n[row * 3 + c]).isEqualTo(Philox.normal(words[2 * c], words[2 * c + 1]));
        }
      }
      new Philox(Taught.SEED, "outer/whole").bits(0, 0, 0, 4, words, 0);
      for (int c = 0; c < 4; c++) {
        assertThat(whole[c]).isEqualTo(Philox.uniform(words[c]));
      }
    }
  }

  @Test
  void rule6EvaluationDoesNotDependOnTheBatchSize() {
    Nine nine = Nine.IMPORTANCE_WEIGHTED;
    Examples rows = Examples.dense(6, Nine.D, 4).from(50);
    try (Taught taught = new Taught(nine.network, nine.spec, DType.F64, 2)) {
      double[] whole = taught.run("loss.train", rows).get("term.bound");
      double[] apart = new double[6];
      for (int i = 0; i < 6; i += 2) {
        double[] two = taught.run("loss.train", rows.part(i, i + 2)).get("term.bound");
        System.arraycopy(two, 0, apart, i, 2);
      }
      assertThat(apart).isEqualTo(whole);
      assertThat(taught.run("loss.train", rows.from(51)).get("term.bound")).isNotEqualTo(whole);
    }
  }

  @Test
  void rule6SparseDrawsEqualDenseOnesAtTheNonZeros() {
    Type sparse = new Type(Shape.rows(20), Kind.SPARSE);
    Function atNonZeros =
        OneFunction.trace("sparse", o -> Map.of("u", o.uniformAt("noise", o.input("x", sparse))));
    Function picked =
        OneFunction.trace(
            "dense",
            o -> {
              Value x = o.input("x", sparse);
              return Map.of("u", o.gatherAt(x, o.uniform("noise", Shape.rows(20))));
            });
    Examples text = Examples.text(7, 20, 5).from(3);
    try (OneFunction f = new OneFunction(DType.F64, 3, atNonZeros, picked)) {
      double[] u = f.run("sparse", "u", text);
      assertThat(u).hasSize(text.nonZeros()).isEqualTo(f.run("dense", "u", text));
    }
  }

  @Test
  void rule6AStreamsNameIsUniqueInItsScope() {
    assertThatThrownBy(
            () ->
                OneFunction.trace(
                    "f",
                    o -> {
                      o.uniform("noise", Shape.rows(2));
                      return Map.of("y", o.normal("noise", Shape.rows(2)));
                    }))
        .isInstanceOf(AeException.class)
        .hasMessageContaining("two streams of random numbers are called 'noise'");
    Function f =
        OneFunction.trace(
            "f",
            o -> {
              Map<String, Value> outputs = new HashMap<>();
              outputs.put("a", o.scope("a", () -> drawn(o)));
              outputs.put("b", o.scope("b", () -> drawn(o)));
              return outputs;
            });
    try (OneFunction one = new OneFunction(DType.F64, 1, f)) {
      Examples row = new Examples(1, 0, 0, Map.of());
      assertThat(one.run("f", "a", row)).isNotEqualTo(one.run("f", "b", row));
    }
  }

  private static Value drawn(Ops o) {
    return o.uniform("noise", Shape.rows(2));
  }
}
