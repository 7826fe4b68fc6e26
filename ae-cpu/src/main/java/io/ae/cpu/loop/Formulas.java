package io.ae.cpu.loop;

import io.ae.api.graph.Binary;
import io.ae.api.graph.Op;
import io.ae.api.graph.Unary;
import io.ae.api.graph.Update;

/** The ops that a loop can compute, in its instructions. */
public final class Formulas {
  /**
   * Added and taken away again: a sum is rounded to a multiple of 2⁻⁹⁹, and what is far above it
   * keeps its digits. (The half keeps negative numbers in the same binade.) Dead units drive
   * moments into denormal numbers, which are a hundred times slower; a moment may rest at four such
   * multiples, and its product with a rate is no denormal number either.
   */
  private static final Operand FLUSH = new Operand.Constant(0x1.8p-76f);

  private static final Operand ZERO = new Operand.Constant(0f);
  private static final Operand ONE = new Operand.Constant(1f);

  /** Times itself thrice, what is above 0 is infinite, denormal numbers too. */
  private static final Operand HUGE = new Operand.Constant(0x1p127f);

  private Formulas() {}

  /** Returns whether a loop can compute an op of reals. */
  public static boolean has(Op op) {
    if (op instanceof Unary u) {
      return switch (u) {
        case NEG, SQRT, SQUARE, ABS, RECIPROCAL, RELU -> true;
        default -> false;
      };
    }
    if (op instanceof Binary b) {
      return switch (b) {
        case POW, EQUAL, GREATER, GREATER_OR_EQUAL -> false;
        default -> true;
      };
    }
    return op instanceof Update;
  }

  /** Returns how many instructions a loop needs for an op that it {@link #has}. */
  public static int length(Op op) {
    if (op instanceof Binary b) {
      return switch (b) {
        case SIGMOID_GRADIENT, TANH_GRADIENT -> 3;
        case RELU_GRADIENT -> 7;
        default -> 1;
      };
    }
    if (op instanceof Update.Moment) {
      return 5;
    }
    if (op instanceof Update.Adam a) {
      return a.decay() == 0 ? 6 : 8;
    }
    return op instanceof Update.SquareMoment ? 6 : 1;
  }

  /** Adds a function of one element. */
  public static Operand unary(LoopBuilder l, Unary op, Operand x) {
    return switch (op) {
      case NEG -> l.apply(Code.NEG, x);
      case SQRT -> l.apply(Code.SQRT, x);
      case SQUARE -> l.apply(Code.MUL, x, x);
      case ABS -> l.apply(Code.ABS, x);
      case RECIPROCAL -> l.apply(Code.DIV, ONE, x);
      case RELU -> l.apply(Code.MAX, x, ZERO);
      default -> throw new IllegalArgumentException("no loop computes " + op.id());
    };
  }

  /** Adds a function of two elements. */
  public static Operand binary(LoopBuilder l, Binary op, Operand a, Operand b) {
    return switch (op) {
      case ADD -> l.apply(Code.ADD, a, b);
      case SUB -> l.apply(Code.SUB, a, b);
      case MUL -> l.apply(Code.MUL, a, b);
      case DIV -> l.apply(Code.DIV, a, b);
      case MAX -> l.apply(Code.MAX, a, b);
      case MIN -> l.apply(Code.MIN, a, b);
      case SIGMOID_GRADIENT ->
          l.apply(Code.MUL, l.apply(Code.MUL, b, a), l.apply(Code.SUB, ONE, a));
      case TANH_GRADIENT -> l.apply(Code.MUL, b, l.apply(Code.SUB, ONE, l.apply(Code.MUL, a, a)));
      case RELU_GRADIENT -> reluGradient(l, a, b);
      default -> throw new IllegalArgumentException("no loop computes " + op.id());
    };
  }

  /**
   * The gradient cut to ±∞ where the activation is above 0, to ±0 elsewhere: a condition would be a
   * jump that the CPU cannot guess. A gradient that is NaN stays so.
   */
  private static Operand reluGradient(LoopBuilder l, Operand y, Operand g) {
    Operand bound = l.apply(Code.MAX, y, ZERO);
    for (int i = 0; i < 3; i++) {
      bound = l.apply(Code.MUL, bound, HUGE);
    }
    return l.apply(Code.MAX, l.apply(Code.MIN, g, bound), l.apply(Code.NEG, bound));
  }

  /** Adds {@code β·m + (1 − β)·g}. */
  public static Operand moment(LoopBuilder l, Update.Moment op, Operand m, Operand g) {
    Operand kept = l.apply(Code.MUL, l.scalar(op.beta()), m);
    return flushed(l, l.apply(Code.ADD, kept, l.apply(Code.MUL, l.scalar(1 - op.beta()), g)));
  }

  /** Adds {@code β·v + (1 − β)·g²}. */
  public static Operand squareMoment(LoopBuilder l, Update.SquareMoment op, Operand v, Operand g) {
    Operand kept = l.apply(Code.MUL, l.scalar(op.beta()), v);
    Operand taken = l.apply(Code.MUL, l.apply(Code.MUL, l.scalar(1 - op.beta()), g), g);
    return flushed(l, l.apply(Code.ADD, kept, taken));
  }

  private static Operand flushed(LoopBuilder l, Operand moment) {
    return l.apply(Code.SUB, l.apply(Code.ADD, moment, FLUSH), FLUSH);
  }

  /**
   * Adds the step of Adam.
   *
   * @param scalars what depends on the number of the step
   */
  public static Operand adam(
      LoopBuilder l, Update.Adam op, AdamScalars scalars, Operand p, Operand m, Operand v) {
    Operand root = l.apply(Code.MUL, l.apply(Code.SQRT, v), scalars.root());
    Operand below = l.apply(Code.ADD, root, l.scalar(op.epsilon()));
    Operand step = l.apply(Code.DIV, l.apply(Code.MUL, scalars.step(), m), below);
    Operand moved = l.apply(Code.SUB, p, step);
    return op.decay() == 0
        ? moved
        : l.apply(Code.SUB, moved, l.apply(Code.MUL, scalars.shrink(), p));
  }

  /**
   * The scalars of Adam's step.
   *
   * @param step rate ÷ (1 − β₁ᵗ)
   * @param root 1 ÷ √(1 − β₂ᵗ)
   * @param shrink rate · decay
   */
  public record AdamScalars(Operand.Scalar step, Operand.Scalar root, Operand.Scalar shrink) {}
}
