package io.ae.core.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.graph.Binary;
import io.ae.api.graph.DType;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Unary;
import io.ae.api.graph.Value;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Elementwise ops against plain formulas, in both precisions; 3 shards, one of them empty. */
class ElementwiseTest {
  private static final double[] X = {-3.5, -1, -.25, 0, .25, 1, 3, 30, -40, .5};
  private static final double[] Y = {2, -1, .5, 0, 3, 1, -2, .1, -40, 2};

  @ParameterizedTest
  @MethodSource
  void unary(Unary op, DoubleUnaryOperator formula) {
    for (DType type : List.of(DType.F32, DType.F64)) {
      double[] y =
          Tried.rows(2).shards(3).in(type).with("x", X).of(o -> o.apply(op, rows(o, "x", 5)));
      for (int i = 0; i < X.length; i++) {
        close(op + " of " + X[i], type, y[i], formula.applyAsDouble(X[i]));
      }
    }
  }

  static Stream<Arguments> unary() {
    return Stream.of(
        one(Unary.NEG, x -> -x),
        one(Unary.EXP, Math::exp),
        one(Unary.LOG, Math::log),
        one(Unary.SQRT, Math::sqrt),
        one(Unary.SQUARE, x -> x * x),
        one(Unary.ABS, Math::abs),
        one(Unary.SIGN, Math::signum),
        one(Unary.RECIPROCAL, x -> 1 / x),
        one(Unary.SIGMOID, x -> 1 / (1 + Math.exp(-x))),
        one(Unary.TANH, Math::tanh),
        one(Unary.RELU, x -> Math.max(0, x)),
        one(Unary.SOFTPLUS, x -> x > 20 ? x : Math.log1p(Math.exp(x))),
        one(Unary.ERF, ElementwiseTest::erf),
        one(Unary.SIN, Math::sin),
        one(Unary.COS, Math::cos),
        one(Unary.FLOOR, Math::floor));
  }

  private static Arguments one(Unary op, DoubleUnaryOperator formula) {
    return Arguments.of(op, formula);
  }

  /** 2/√π ∫ exp(−t²) by Simpson's rule. */
  private static double erf(double x) {
    double end = Math.max(-6, Math.min(6, x));
    int n = 2000;
    double sum = 0;
    for (int i = 0; i <= n; i++) {
      double t = end * i / n;
      sum += (i == 0 || i == n ? 1 : i % 2 == 0 ? 2 : 4) * Math.exp(-t * t);
    }
    return 2 / Math.sqrt(Math.PI) * sum * end / n / 3;
  }

  @ParameterizedTest
  @MethodSource
  void binary(Binary op, DoubleBinaryOperator formula) {
    for (DType type : List.of(DType.F32, DType.F64)) {
      double[] y =
          Tried.rows(2)
              .shards(3)
              .in(type)
              .with("x", X)
              .with("y", Y)
              .of(o -> o.apply(op, rows(o, "x", 5), rows(o, "y", 5)));
      for (int i = 0; i < X.length; i++) {
        close(op + " of " + X[i] + ", " + Y[i], type, y[i], formula.applyAsDouble(X[i], Y[i]));
      }
    }
  }

  static Stream<Arguments> binary() {
    return Stream.of(
        two(Binary.ADD, (a, b) -> a + b),
        two(Binary.SUB, (a, b) -> a - b),
        two(Binary.MUL, (a, b) -> a * b),
        two(Binary.DIV, (a, b) -> a / b),
        two(Binary.POW, Math::pow),
        two(Binary.MAX, Math::max),
        two(Binary.MIN, Math::min),
        two(Binary.EQUAL, (a, b) -> a == b ? 1 : 0),
        two(Binary.GREATER, (a, b) -> a > b ? 1 : 0),
        two(Binary.GREATER_OR_EQUAL, (a, b) -> a >= b ? 1 : 0),
        two(Binary.SIGMOID_GRADIENT, (y, g) -> g * y * (1 - y)),
        two(Binary.TANH_GRADIENT, (y, g) -> g * (1 - y * y)),
        two(Binary.RELU_GRADIENT, (y, g) -> y > 0 ? g : 0));
  }

  private static Arguments two(Binary op, DoubleBinaryOperator formula) {
    return Arguments.of(op, formula);
  }

  @ParameterizedTest
  @EnumSource(
      value = Unary.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"FLOOR"})
  void notANumberStaysOne(Unary op) {
    for (DType type : List.of(DType.F32, DType.F64)) {
      double[] y =
          Tried.rows(1).in(type).with("x", Double.NaN).of(o -> o.apply(op, rows(o, "x", 1)));
      assertThat(y[0]).isNaN();
    }
  }

  private static Value rows(Ops o, String name, int width) {
    return o.input(name, Type.real(Shape.rows(width)));
  }

  private static void close(String what, DType type, double found, double wanted) {
    double tolerance = type == DType.F32 ? 1e-6 : 1e-12;
    if (Double.isFinite(wanted)) {
      assertThat(found)
          .as(what)
          .isCloseTo(wanted, within(tolerance * Math.max(1, Math.abs(wanted))));
    } else {
      assertThat(found).as(what).isEqualTo(Double.valueOf(wanted));
    }
  }
}
