package io.ae.core.conformance;

import io.ae.api.graph.DType;
import java.util.Map;

/** Comparisons that say where two results differ. */
final class Numbers {
  private Numbers() {}

  /** The largest error allowed, in the sense of {@link #same}. */
  static double tolerance(DType compute) {
    return switch (compute) {
      case F64 -> 1e-9;
      case F32 -> 3e-5;
      default -> 5e-2;
    };
  }

  /**
   * Holds two sets of results together.
   *
   * @param tolerance relative to 1 + |wanted| or to a tenth of the tensor's largest, whichever is
   *     more; NaN equals NaN, an infinity only itself; 0 means the same number, −0 told from 0
   */
  static void same(
      String what, Map<String, double[]> wanted, Map<String, double[]> found, double tolerance) {
    wanted.forEach(
        (name, values) -> {
          double[] other = found.get(name);
          if (other == null) {
            throw new CheckFailure(what + ": no output '" + name + "'");
          }
          same(what + ", " + name, values, other, tolerance);
        });
  }

  /** Holds two tensors together. */
  static void same(String what, double[] wanted, double[] found, double tolerance) {
    if (wanted.length != found.length) {
      throw new CheckFailure(what + ": wanted " + wanted.length + " elements, got " + found.length);
    }
    double tenth = 0;
    for (double w : wanted) {
      tenth = Double.isFinite(w) ? Math.max(tenth, .1 * Math.abs(w)) : tenth;
    }
    for (int i = 0; i < wanted.length; i++) {
      double bound = tolerance * Math.max(1 + Math.abs(wanted[i]), tenth);
      boolean close =
          Double.compare(wanted[i], found[i]) == 0
              || tolerance > 0
                  && Double.isFinite(wanted[i])
                  && Math.abs(wanted[i] - found[i]) <= bound;
      if (!close) {
        throw new CheckFailure(
            what
                + ": element "
                + i
                + " of "
                + wanted.length
                + " must be "
                + wanted[i]
                + ", got "
                + found[i]
                + " (tolerance "
                + tolerance
                + ")");
      }
    }
  }
}
