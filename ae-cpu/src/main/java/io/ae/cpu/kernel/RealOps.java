package io.ae.cpu.kernel;

import io.ae.api.graph.Binary;
import io.ae.api.graph.Unary;
import io.ae.cpu.onednn.Engine;
import io.ae.cpu.onednn.TileFunction;

/** Tile instructions of those functions of real elements that are no part of a loop. */
public final class RealOps {
  /** Fewer elements are done one by one, which is quicker than a call of oneDNN, and exact. */
  private static final int FEW = 32;

  private interface Loop1 {
    void run(float[] x, float[] y, int n);
  }

  private interface Loop2 {
    void run(float[] a, float[] b, float[] y, int n);
  }

  private interface Scalar {
    double at(double x);
  }

  private RealOps() {}

  /** Returns the instruction of a function of one element. */
  public static TileOp unary(Unary op, Engine engine, float[] x, float[] y) {
    return switch (op) {
      case SIGN -> loop(Loops::sign, x, y);
      case ERF -> loop(Erf::run, x, y);
      case SIN -> loop(Loops::sin, x, y);
      case COS -> loop(Loops::cos, x, y);
      case FLOOR -> loop(Loops::floor, x, y);
      case EXP -> exp(engine, x, y);
      case LOG -> function(engine, TileFunction.Function.LOG, Math::log, x, y);
      case SIGMOID ->
          function(engine, TileFunction.Function.SIGMOID, v -> 1 / (1 + Math.exp(-v)), x, y);
      case TANH -> function(engine, TileFunction.Function.TANH, Math::tanh, x, y);
      case SOFTPLUS ->
          function(
              engine,
              TileFunction.Function.SOFTPLUS,
              v -> Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v))),
              x,
              y);
      default -> throw new IllegalArgumentException(op.id() + " is computed in a loop");
    };
  }

  /** Returns the instruction of a function of two elements. */
  public static TileOp binary(Binary op, float[] a, float[] b, float[] y) {
    Loop2 loop =
        switch (op) {
          case POW -> Loops::pow;
          case EQUAL -> Loops::equal;
          case GREATER -> Loops::greater;
          case GREATER_OR_EQUAL -> Loops::greaterOrEqual;
          default -> throw new IllegalArgumentException(op.id() + " is computed in a loop");
        };
    return (from, n) -> loop.run(a, b, y, n);
  }

  /** Returns the instruction {@code c != 0 ? a : b}. */
  public static TileOp where(float[] c, float[] a, float[] b, float[] y) {
    return (from, n) -> Loops.where(c, a, b, y, n);
  }

  private static TileOp loop(Loop1 loop, float[] x, float[] y) {
    return (from, n) -> loop.run(x, y, n);
  }

  private static TileOp function(
      Engine engine, TileFunction.Function function, Scalar scalar, float[] x, float[] y) {
    TileFunction vector = engine.function(function);
    return (from, n) -> {
      if (n > FEW) {
        vector.run(x, y, n);
      } else {
        each(scalar, x, y, n);
      }
    };
  }

  /** oneDNN's exponential of NaN is infinite; the others keep it. */
  private static TileOp exp(Engine engine, float[] x, float[] y) {
    TileFunction vector = engine.function(TileFunction.Function.EXP);
    float[] result = x == y ? new float[x.length] : y;
    return (from, n) -> {
      if (n > FEW) {
        vector.run(x, result, n);
        keepNaN(x, result, y, n);
      } else {
        each(Math::exp, x, y, n);
      }
    };
  }

  private static void each(Scalar scalar, float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = (float) scalar.at(x[i]);
    }
  }

  private static void keepNaN(float[] x, float[] r, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = r[i] + 0f * Math.max(Math.min(x[i], 1f), -1f);
    }
  }
}
