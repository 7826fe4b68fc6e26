package io.ae.api.graph;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The values with which variables start: one definition for every backend, so that all start from
 * the same numbers.
 *
 * <p>The stream is {@code init:} followed by the variable's name, beside {@link Philox}'s seed.
 * Element i in row-major order is row i of the stream, at step 0: a uniform number takes column 0,
 * a normal one the words of columns 0 and 1. A truncated normal number beyond two deviations is
 * drawn again at step 1, 2, … . Numbers are computed in double precision and rounded once.
 */
public final class Initialiser {
  private static final double TRUNCATION = 2;

  private Initialiser() {}

  /**
   * Writes a variable's initial value.
   *
   * @param variable whose value
   * @param seed the run's seed
   * @param into as many elements as the variable has, row-major
   * @throws ShapeException if the array has another length, if a transposed variable is not a
   *     matrix of the exchanged sizes, or if an index or step is not to start at a constant
   */
  public static void fill(Var variable, long seed, double[] into) {
    long elements = variable.shape().elements();
    if (into.length != elements) {
      throw new ShapeException(
          "initial value of " + variable + ": " + elements + " elements, got " + into.length);
    }
    Init init = variable.init();
    if (variable.type().kind() != Kind.REAL && !(init instanceof Init.Constant)) {
      throw new ShapeException(
          "initial value of " + variable + ": only reals are drawn, give a constant");
    }
    if (init instanceof Init.Constant c) {
      Arrays.fill(into, c.value());
    } else if (init instanceof Init.Uniform u) {
      draw(variable, seed, into, Initialiser::uniform, x -> (2 * x - 1) * u.limit());
    } else if (init instanceof Init.Normal n) {
      draw(variable, seed, into, Initialiser::normal, x -> x * n.deviation());
    } else if (init instanceof Init.TruncatedNormal t) {
      draw(variable, seed, into, Initialiser::truncated, x -> x * t.deviation());
    } else if (init instanceof Init.TransposeOf t) {
      transpose(variable, t.other(), seed, into);
    } else {
      throw new IllegalStateException("no rule for " + init);
    }
  }

  /** Writes a variable's initial value rounded to single precision, else as the other does. */
  public static void fill(Var variable, long seed, float[] into) {
    double[] exact = new double[into.length];
    fill(variable, seed, exact);
    for (int i = 0; i < exact.length; i++) {
      into[i] = (float) exact[i];
    }
  }

  private static void draw(
      Var variable, long seed, double[] into, Numbers numbers, DoubleUnaryOperator scale) {
    Philox philox = new Philox(seed, "init:" + variable.name());
    int[] words = new int[2];
    for (int i = 0; i < into.length; i++) {
      into[i] = scale.applyAsDouble(numbers.at(philox, i, words));
    }
  }

  private static void transpose(Var variable, Var other, long seed, double[] into) {
    Shape from = other.shape();
    if (from.rank() != 2 || !variable.shape().equals(Shape.of(from.dim(1), from.dim(0)))) {
      throw new ShapeException(
          "initial value of " + variable + ": the transpose of " + other + " has another shape");
    }
    double[] source = new double[into.length];
    fill(other, seed, source);
    int rows = from.dim(0);
    int columns = from.dim(1);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        into[j * rows + i] = source[i * columns + j];
      }
    }
  }

  private interface Numbers {
    double at(Philox philox, int element, int[] words);
  }

  private static double uniform(Philox philox, int element, int[] words) {
    philox.bits(0, element, 0, 1, words, 0);
    return Philox.uniform(words[0]);
  }

  private static double normal(Philox philox, int element, int[] words) {
    return normalAt(0, philox, element, words);
  }

  private static double truncated(Philox philox, int element, int[] words) {
    for (long step = 0; ; step++) {
      double x = normalAt(step, philox, element, words);
      if (Math.abs(x) <= TRUNCATION) {
        return x;
      }
    }
  }

  private static double normalAt(long step, Philox philox, int element, int[] words) {
    philox.bits(step, element, 0, 2, words, 0);
    return Philox.normal(words[0], words[1]);
  }
}
