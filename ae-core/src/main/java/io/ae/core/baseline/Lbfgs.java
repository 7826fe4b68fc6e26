package io.ae.core.baseline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Minimises a smooth convex function by limited-memory BFGS (D. Liu, J. Nocedal, "On the limited
 * memory BFGS method for large scale optimization", Mathematical Programming 1989).
 */
final class Lbfgs {
  /** A function and its gradient. */
  interface Function {
    /** Returns the value at x and fills in the gradient there. */
    double at(double[] x, double[] gradient);
  }

  /** Steps remembered. */
  private static final int MEMORY = 10;

  /** Steps at most. */
  private static final int STEPS = 200;

  /** Over so many steps … */
  private static final int WINDOW = 10;

  /** … a value that fell by less than this share has converged. */
  private static final double SHARE = 1e-3;

  /** Halvings of a step before the present point is taken for the minimum. */
  private static final int HALVINGS = 20;

  private final Function function;
  private final Deque<Step> memory = new ArrayDeque<>();

  Lbfgs(Function function) {
    this.function = function;
  }

  /** A step taken: the way, the change of the gradient, and the reciprocal of their product. */
  private record Step(double[] way, double[] change, double weight) {}

  /** Returns the point where the value hardly falls any more, from a start that is changed. */
  double[] minimise(double[] x) {
    double[] gradient = new double[x.length];
    double[] values = new double[STEPS + 1];
    values[0] = function.at(x, gradient);
    for (int step = 1; step <= STEPS; step++) {
      double[] direction = direction(gradient);
      double slope = Pca.dot(gradient, direction);
      double[] before = gradient.clone();
      double[] next = x;
      double rate = memory.isEmpty() ? 1 / Math.max(1, Math.sqrt(-slope)) : 1;
      double value = Double.POSITIVE_INFINITY;
      for (int h = 0; h < HALVINGS && value > values[step - 1] + 1e-4 * rate * slope; h++) {
        rate = h == 0 ? rate : rate / 2;
        next = along(x, direction, rate);
        value = function.at(next, gradient);
      }
      if (!(value < values[step - 1])) {
        return x;
      }
      remember(next, x, gradient, before);
      x = next;
      values[step] = value;
      if (step >= WINDOW && values[step - WINDOW] - value < SHARE * value) {
        return x;
      }
    }
    return x;
  }

  private static double[] along(double[] x, double[] direction, double rate) {
    double[] next = x.clone();
    Pca.subtract(next, direction, -rate);
    return next;
  }

  private void remember(double[] x, double[] beforeX, double[] gradient, double[] before) {
    double[] way = along(x, beforeX, -1);
    double[] change = along(gradient, before, -1);
    double product = Pca.dot(way, change);
    if (product > 1e-12 * Pca.dot(change, change)) {
      memory.addLast(new Step(way, change, 1 / product));
    }
    if (memory.size() > MEMORY) {
      memory.removeFirst();
    }
  }

  /** Returns −H·gradient by the two loops over what is remembered. */
  private double[] direction(double[] gradient) {
    double[] q = along(new double[gradient.length], gradient, -1);
    double[] shares = new double[memory.size()];
    int i = memory.size();
    for (Iterator<Step> back = memory.descendingIterator(); back.hasNext(); ) {
      Step step = back.next();
      shares[--i] = step.weight * Pca.dot(step.way, q);
      Pca.subtract(q, step.change, shares[i]);
    }
    Step last = memory.peekLast();
    if (last != null) {
      double scale = 1 / (last.weight * Pca.dot(last.change, last.change));
      Pca.subtract(q, q.clone(), 1 - scale);
    }
    for (Step step : memory) {
      double back = step.weight * Pca.dot(step.change, q);
      Pca.subtract(q, step.way, back - shares[i++]);
    }
    return q;
  }
}
