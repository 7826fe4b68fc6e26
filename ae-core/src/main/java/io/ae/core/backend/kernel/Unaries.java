package io.ae.core.backend.kernel;

import io.ae.api.graph.Shape;
import io.ae.api.graph.Unary;
import io.ae.api.graph.Value;
import java.util.function.DoubleUnaryOperator;

/** Functions of one element. */
final class Unaries {
  private Unaries() {}

  static Kernel of(Value node, Tensor[] in, Unary op) {
    Shape y = node.shape();
    DoubleUnaryOperator formula = formula(op);
    return (part, out) -> {
      int from = part.start(y);
      int to = part.end(y);
      if (out.single()) {
        if (!quick(op, in[0].floats(), out.floats(), from, to)) {
          plain(formula, in[0].floats(), out.floats(), from, to);
        }
      } else {
        double[] x = in[0].doubles();
        double[] z = out.doubles();
        for (int i = from; i < to; i++) {
          z[i] = formula.applyAsDouble(x[i]);
        }
      }
    };
  }

  private static DoubleUnaryOperator formula(Unary op) {
    return switch (op) {
      case NEG -> x -> -x;
      case EXP -> Math::exp;
      case LOG -> Math::log;
      case SQRT -> Math::sqrt;
      case SQUARE -> x -> x * x;
      case ABS -> Math::abs;
      case SIGN -> Math::signum;
      case RECIPROCAL -> x -> 1 / x;
      case SIGMOID -> x -> 1 / (1 + Math.exp(-x));
      case TANH -> Math::tanh;
      case RELU -> x -> x > 0 || Double.isNaN(x) ? x : 0;
      case SOFTPLUS -> x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
      case ERF -> ErrorFunction::erf;
      case SIN -> Math::sin;
      case COS -> Math::cos;
      case FLOOR -> Math::floor;
    };
  }

  private static void plain(DoubleUnaryOperator f, float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = (float) f.applyAsDouble(x[i]);
    }
  }

  /** Loops that become vector instructions, or whose formula is worth a direct call. */
  private static boolean quick(Unary op, float[] x, float[] y, int from, int to) {
    switch (op) {
      case NEG -> negative(x, y, from, to);
      case SQUARE -> square(x, y, from, to);
      case SQRT -> root(x, y, from, to);
      case ABS -> magnitude(x, y, from, to);
      case RELU -> relu(x, y, from, to);
      case EXP -> exp(x, y, from, to);
      case SIGMOID -> sigmoid(x, y, from, to);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void negative(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = -x[i];
    }
  }

  private static void square(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = x[i] * x[i];
    }
  }

  private static void root(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = (float) Math.sqrt(x[i]);
    }
  }

  private static void magnitude(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Math.abs(x[i]);
    }
  }

  private static void relu(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Math.max(x[i], 0f);
    }
  }

  private static void exp(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = (float) Math.exp(x[i]);
    }
  }

  private static void sigmoid(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = (float) (1 / (1 + Math.exp(-x[i])));
    }
  }
}
