package io.ae.core.backend.kernel;

import io.ae.api.graph.Binary;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;
import java.util.function.DoubleBinaryOperator;

/** Functions of two elements of one shape. */
final class Binaries {
  private Binaries() {}

  static Kernel of(Value node, Tensor[] in, Binary op) {
    Shape y = node.shape();
    Kind kind = node.input(0).kind();
    DoubleBinaryOperator formula = formula(op);
    return switch (kind) {
      case REAL ->
          (part, out) -> {
            int from = part.start(y);
            int to = part.end(y);
            if (out.single()) {
              singles(op, formula, in[0].floats(), in[1].floats(), out.floats(), from, to);
            } else {
              doubles(formula, in[0].doubles(), in[1].doubles(), out.doubles(), from, to);
            }
          };
      case INDEX -> (part, out) -> indices(op, in, out, part.start(y), part.end(y));
      case STEP -> (part, out) -> steps(in, out, part.start(y), part.end(y));
      case SPARSE -> throw new IllegalArgumentException(op.id() + " of sparse rows");
    };
  }

  private static DoubleBinaryOperator formula(Binary op) {
    return switch (op) {
      case ADD -> (a, b) -> a + b;
      case SUB -> (a, b) -> a - b;
      case MUL -> (a, b) -> a * b;
      case DIV -> (a, b) -> a / b;
      case POW -> Math::pow;
      case MAX -> Math::max;
      case MIN -> Math::min;
      case EQUAL -> (a, b) -> a == b ? 1 : 0;
      case GREATER -> (a, b) -> a > b ? 1 : 0;
      case GREATER_OR_EQUAL -> (a, b) -> a >= b ? 1 : 0;
      case SIGMOID_GRADIENT -> (y, g) -> g * y * (1 - y);
      case TANH_GRADIENT -> (y, g) -> g * (1 - y * y);
      case RELU_GRADIENT -> (y, g) -> y > 0 ? g : 0;
    };
  }

  private static void singles(
      Binary op, DoubleBinaryOperator f, float[] a, float[] b, float[] y, int from, int to) {
    switch (op) {
      case ADD -> FloatLoops.add(a, b, y, from, to);
      case SUB -> FloatLoops.subtract(a, b, y, from, to);
      case MUL -> FloatLoops.multiply(a, b, y, from, to);
      case DIV -> FloatLoops.divide(a, b, y, from, to);
      case GREATER -> FloatLoops.greater(a, b, y, from, to);
      case SIGMOID_GRADIENT -> FloatLoops.sigmoidGradient(a, b, y, from, to);
      case TANH_GRADIENT -> FloatLoops.tanhGradient(a, b, y, from, to);
      case RELU_GRADIENT -> FloatLoops.reluGradient(a, b, y, from, to);
      default -> {
        for (int i = from; i < to; i++) {
          y[i] = (float) f.applyAsDouble(a[i], b[i]);
        }
      }
    }
  }

  private static void doubles(
      DoubleBinaryOperator f, double[] a, double[] b, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = f.applyAsDouble(a[i], b[i]);
    }
  }

  private static void indices(Binary op, Tensor[] in, Tensor out, int from, int to) {
    int[] a = in[0].indices();
    int[] b = in[1].indices();
    for (int i = from; i < to; i++) {
      switch (op) {
        case ADD -> out.indices()[i] = a[i] + b[i];
        case SUB -> out.indices()[i] = a[i] - b[i];
        case EQUAL -> out.set(i, a[i] == b[i] ? 1 : 0);
        case GREATER -> out.set(i, a[i] > b[i] ? 1 : 0);
        case GREATER_OR_EQUAL -> out.set(i, a[i] >= b[i] ? 1 : 0);
        default -> throw new IllegalArgumentException(op.id() + " of indices");
      }
    }
  }

  private static void steps(Tensor[] in, Tensor out, int from, int to) {
    for (int i = from; i < to; i++) {
      out.steps()[i] = in[0].steps()[i] + in[1].steps()[i];
    }
  }
}
