package io.ae.core.seam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.graph.DType;
import io.ae.api.graph.Function;
import io.ae.api.graph.Init;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
import io.ae.api.graph.ShapeException;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules 10 and 11: exactness of formulas, and the mistakes that named axes catch. */
class FormulaRulesTest {
  @Test
  void rule10StraightThroughIsExact() {
    int n = 999;
    double[] x = new Random(1).doubles(n, -4, 4).toArray();
    Function f =
        OneFunction.trace(
            "f",
            o -> {
              Value soft = o.input("x", Type.real(Shape.rows())); // [B]
              Value hard = o.mul(o.sign(soft), .1); // [B]
              Value sum = o.add(soft, o.stop(o.sub(hard, soft)));
              Value exact = o.straightThrough(hard, soft);
              Value gradient = o.gradient(o.sumAll(o.square(exact)), List.of(soft)).get(0);
              return Map.of("hard", hard, "sum", sum, "exact", exact, "gradient", gradient);
            });
    try (OneFunction one = new OneFunction(DType.F32, 2, f)) {
      Examples rows = new Examples(n, 0, 0, Map.of("x", x));
      double[] hard = one.run("f", "hard", rows);
      assertThat(Arrays.equals(one.run("f", "exact", rows), hard)).isTrue();
      assertThat(Arrays.equals(one.run("f", "sum", rows), hard)).as("the sum").isFalse();
      double[] gradient = one.run("f", "gradient", rows);
      for (int i = 0; i < n; i++) {
        assertThat(gradient[i]).isEqualTo(2 * hard[i]);
      }
    }
  }

  @Test
  void rule10TheSideNotTakenIsGuardedInside() {
    Function f =
        OneFunction.trace(
            "f",
            o -> {
              Value q = o.input("x", Type.real(Shape.rows())); // [B]
              Value positive = o.greater(q, 0);
              Value zero = o.constant(0);
              Value bare = o.where(positive, o.sqrt(q), zero);
              Value guarded = o.where(positive, o.sqrt(o.where(positive, q, o.constant(1))), zero);
              return Map.of(
                  "value", guarded,
                  "bare", o.gradient(o.sumAll(bare), List.of(q)).get(0),
                  "guarded", o.gradient(o.sumAll(guarded), List.of(q)).get(0));
            });
    try (OneFunction one = new OneFunction(DType.F64, 1, f)) {
      Examples rows = new Examples(3, 0, 0, Map.of("x", new double[] {4, 0, -1}));
      assertThat(one.run("f", "value", rows)).containsExactly(2, 0, 0);
      assertThat(one.run("f", "guarded", rows)).containsExactly(.25, 0, 0);
      assertThat(one.run("f", "bare", rows)[1]).as("why the guard").isNaN();
    }
  }

  @Test
  void rule10AJacobianByReplicationIsTheRowsOwn() {
    Examples rows = Examples.dense(3, Nine.D, 6);
    double[] x = (double[]) rows.given().get("x");
    try (Taught taught =
        new Taught(Nine.CONTRACTIVE.network, Nine.CONTRACTIVE.spec, DType.F64, 2)) {
      double squares = 0;
      for (int j = 0; j < Nine.D; j++) {
        double[] up = codes(taught, x, j, 1e-5);
        double[] down = codes(taught, x, j, -1e-5);
        for (int k = 0; k < 3; k++) {
          squares += Math.pow((up[k] - down[k]) / 2e-5, 2);
        }
      }
      double penalty = taught.run("loss.train", rows).get("term.contraction")[0];
      assertThat(penalty).isCloseTo(.1 * squares, within(1e-8));
    }
  }

  private static double[] codes(Taught taught, double[] x, int column, double by) {
    double[] changed = x.clone();
    changed[column] += by;
    return taught.run("encode", new Examples(3, 0, 0, Map.of("x", changed))).get("code");
  }

  @Test
  void rule10AJacobianThroughBatchStatisticsIsNotTheRows() {
    Var w = new Var("w", Type.real(Shape.of(2, 2)), new Init.Normal(1), true);
    Var usual = new Var("usual", Type.real(Shape.of(2)), new Init.Constant(.3), false);
    Function f =
        OneFunction.trace(
            "f",
            o -> {
              Value x = o.input("x", Type.real(Shape.rows(2))); // [B, 2]
              Value copies = o.repeat(x, 2); // [B, 2, 2]
              return Map.of(
                  "batch", jacobian(o, copies, w, null),
                  "running", jacobian(o, copies, w, o.read(usual)),
                  "row", rowsOwn(o, x, w, o.read(usual)));
            });
    try (OneFunction one = new OneFunction(DType.F64, 2, f)) {
      Examples rows = new Examples(3, 0, 0, Map.of("x", new double[] {1, 2, -1, 0, .5, .5}));
      double[] running = one.run("f", "running", rows);
      assertThat(running).as("running statistics").isEqualTo(one.run("f", "row", rows));
      // The batch's mean is taken of what is differentiated, so every row reaches every code.
      assertThat(one.run("f", "batch", rows)).hasSameSizeAs(running).isNotEqualTo(running);
    }
  }

  /** tanh((copies − centre) · w) by copies; without a centre, the mean of the copies themselves. */
  private static Value jacobian(Ops o, Value copies, Var w, @Nullable Value centre) {
    Value mean = centre == null ? o.sumTo(o.meanRows(copies), Shape.of(2)) : centre;
    Value codes = o.tanh(o.matmul(o.sub(copies, mean), w)); // [B, 2, 2]
    return o.gradient(o.sumAll(o.mul(codes, o.eye(2))), List.of(copies)).get(0);
  }

  /** The same by the chain rule: (1 − tanh²) of each unit times its column of w. */
  private static Value rowsOwn(Ops o, Value x, Var w, Value centre) {
    Value code = o.tanh(o.matmul(o.sub(x, centre), w)); // [B, 2]
    Value slope = o.sub(1, o.square(code)); // [B, 2]
    Value each = o.to(o.reshape(slope, Shape.rows(2, 1)), Shape.rows(2, 2)); // [B, 2, 2]
    return o.mul(each, o.transpose(w)); // [B, 2, 2]
  }

  @Test
  void rule10AJacobianDrawsItsDropoutOnceAndBroadcastsIt() {
    Function f =
        OneFunction.trace(
            "f",
            o -> {
              Value x = o.input("x", Type.real(Shape.rows(4))); // [B, 4]
              Value kept = o.bernoulli("dropout", Shape.rows(4), .5); // [B, 4]
              Value copies = o.repeat(x, 4); // [B, 4, 4]
              Value masked = o.mul(copies, o.repeat(kept, 4)); // [B, 4, 4]
              Value diagonal = o.sumAll(o.mul(masked, o.eye(4)));
              return Map.of("jacobian", o.gradient(diagonal, List.of(copies)).get(0), "kept", kept);
            });
    try (OneFunction one = new OneFunction(DType.F64, 2, f)) {
      Examples rows = Examples.dense(5, 4, 3);
      double[] kept = one.run("f", "kept", rows);
      double[] jacobian = one.run("f", "jacobian", rows);
      for (int i = 0; i < jacobian.length; i++) {
        boolean diagonal = i / 4 % 4 == i % 4;
        assertThat(jacobian[i]).isEqualTo(diagonal ? kept[i / 16 * 4 + i % 4] : 0);
      }
    }
  }

  @ParameterizedTest
  @MethodSource
  void rule11NamedAxesCatchMistakes(java.util.function.Function<Ops, Value> mistake, String said) {
    assertThatThrownBy(() -> OneFunction.trace("f", o -> Map.of("y", mistake.apply(o))))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining(said);
  }

  static Stream<Arguments> rule11NamedAxesCatchMistakes() {
    int a = Shape.A;
    return Stream.of(
        mistake(
            o -> o.sub(in(o, Shape.rows()), in2(o, Shape.rows(1))),
            "sub of [B] and [B, 1]: the shapes do not broadcast"),
        mistake(
            o -> o.add(in(o, Shape.rows(2, 3)), in2(o, Shape.rows(3))),
            "add of [B, 2, 3] and [B, 3]: the shapes do not broadcast"),
        mistake(o -> o.reshape(in(o, Shape.rows(2)), Shape.of(2)), "reshape"),
        mistake(o -> o.reshape(in(o, Shape.rows(2)), Shape.rows(3)), "reshape"),
        mistake(o -> o.reshape(in(o, Shape.rows(97)), Shape.rows(a)), "reshape"),
        mistake(o -> o.reshape(in(o, Shape.of(a, 2)), Shape.of(2, a)), "reshape"),
        mistake(o -> o.concat(0, List.of(in(o, Shape.rows(2)), in2(o, Shape.rows(2)))), "concat"),
        mistake(o -> o.argMax(in(o, Shape.rows())), "arg-max"),
        mistake(o -> o.topKMask(in(o, Shape.rows()), 1), "top-k-mask"),
        mistake(o -> o.slice(in(o, Shape.rows(2)), 0, 0, 1), "slice"),
        mistake(o -> o.permute(in(o, Shape.rows(2)), List.of(1, 0)), "B stays first"),
        mistake(o -> o.matmul(in(o, Shape.rows()), in2(o, Shape.rows(3))), "contract"),
        mistake(o -> o.to(in(o, Shape.of(2)), Shape.rows(3)), "does not spread"),
        mistake(
            o -> {
              o.write(
                  new Var("v", Type.real(Shape.of(2)), Init.zeros(), false), in(o, Shape.rows(2)));
              return in(o, Shape.rows(2));
            },
            "write of [B, 2] to variable v[2]"));
  }

  private static Arguments mistake(java.util.function.Function<Ops, Value> body, String said) {
    return Arguments.of(body, said);
  }

  private static Value in(Ops o, Shape shape) {
    return o.input("x", Type.real(shape));
  }

  private static Value in2(Ops o, Shape shape) {
    return o.input("y", Type.real(shape));
  }
}
