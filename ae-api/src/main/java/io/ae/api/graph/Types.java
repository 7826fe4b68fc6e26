package io.ae.api.graph;

import java.util.Arrays;
import java.util.List;

/** The checks that ops share, each with a message that names op, axes and sizes. */
final class Types {
  private Types() {}

  static void count(Op op, List<Type> in, int wanted) {
    if (in.size() != wanted) {
      throw new ShapeException(op.id() + " takes " + wanted + " values, got " + in.size());
    }
  }

  static void kind(Op op, Type type, Kind... allowed) {
    if (!Arrays.asList(allowed).contains(type.kind())) {
      throw new ShapeException(
          op.id()
              + " takes "
              + Arrays.toString(allowed)
              + ", got "
              + type.kind()
              + " "
              + type.shape());
    }
  }

  static void reals(Op op, List<Type> in, int wanted) {
    count(op, in, wanted);
    in.forEach(t -> kind(op, t, Kind.REAL));
  }

  static void rank(Op op, String what, Shape shape, int atLeast) {
    if (shape.rank() < atLeast) {
      throw new ShapeException(
          op.id() + ": " + what + " needs at least " + atLeast + " axes, got " + shape);
    }
  }

  static void equal(Op op, String left, int leftSize, String right, int rightSize, List<Type> in) {
    if (leftSize != rightSize) {
      String sizes = left + " = " + axis(leftSize) + ", but " + right + " = " + axis(rightSize);
      throw new ShapeException(op.id() + " " + in + ": " + sizes + "; they must be equal");
    }
  }

  static void equal(Op op, Shape wanted, Shape found, String what) {
    if (!wanted.equals(found)) {
      throw new ShapeException(op.id() + ": " + what + " must be " + wanted + ", got " + found);
    }
  }

  /** Returns the shape to which two shapes broadcast, or refuses, saying what was likely meant. */
  static Shape broadcast(String id, Shape a, Shape b) {
    if (a.equals(b)) {
      return a;
    }
    Shape longer = a.rank() >= b.rank() ? a : b;
    Shape shorter = longer == a ? b : a;
    if (fits(shorter, longer)) {
      return longer;
    }
    if (a.rank() == b.rank()) {
      int[] d = a.dims();
      for (int i = 0; i < d.length; i++) {
        d[i] = a.dim(i) == 1 ? b.dim(i) : a.dim(i);
        if (d[i] != b.dim(i) && b.dim(i) != 1) {
          throw mismatch(id, a, b);
        }
      }
      return Shape.of(d);
    }
    throw mismatch(id, a, b);
  }

  /** Whether {@code from} spreads over {@code to}: sizes of 1, or leading axes it lacks. */
  static boolean fits(Shape from, Shape to) {
    int missing = to.rank() - from.rank();
    if (missing < 0 || (missing > 0 && from.cut())) {
      return false;
    }
    for (int i = 0; i < from.rank(); i++) {
      if (from.dim(i) != 1 && from.dim(i) != to.dim(i + missing)) {
        return false;
      }
    }
    return true;
  }

  private static ShapeException mismatch(String id, Shape a, Shape b) {
    boolean columnMeant = a.rank() != b.rank() && a.batched() && b.batched();
    return new ShapeException(
        id
            + " of "
            + a
            + " and "
            + b
            + ": the shapes do not broadcast."
            + (columnMeant ? " One value a row beside features is column(v), [B, 1]." : ""));
  }

  private static String axis(int size) {
    return size >= 0 ? Integer.toString(size) : size == Shape.B ? "B" : size == Shape.A ? "A" : "N";
  }
}
