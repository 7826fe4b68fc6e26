package io.ae.core.conformance;

import io.ae.api.graph.Binary;
import io.ae.api.graph.Elementwise;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Unary;
import io.ae.api.graph.Update;
import io.ae.api.graph.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Elementwise ops, leaves and the parts of optimisers. */
final class ElementwiseCases {
  private static final Fill POSITIVE = new Fill.Positive();
  private static final Set<Unary> FLAT = EnumSet.of(Unary.SIGN, Unary.FLOOR);
  private static final Set<Unary> POLES = EnumSet.of(Unary.LOG, Unary.SQRT, Unary.RECIPROCAL);

  private ElementwiseCases() {}

  static List<OpCase> all() {
    List<OpCase> cases = new ArrayList<>();
    for (Unary op : Unary.values()) {
      boolean positive = POLES.contains(op);
      OpCase.Builder b = OpCase.of(op.id()).rows(positive ? POSITIVE : new Fill.Signed(), 3);
      cases.add((FLAT.contains(op) ? b.flat() : b).is((o, in) -> o.apply(op, in.get(0))));
    }
    for (Binary op : Binary.values()) {
      Fill left = op == Binary.POW ? POSITIVE : new Fill.Signed();
      OpCase.Builder b =
          OpCase.of(op.id()).rows(left, 3).rows(op == Binary.DIV ? POSITIVE : new Fill.Signed(), 3);
      b = op.comparison() ? b.flat() : b;
      cases.add(b.is((o, in) -> o.apply(op, in.get(0), in.get(1))));
    }
    ties(cases);
    kinds(cases);
    choices(cases);
    leaves(cases);
    updates(cases);
    return cases;
  }

  /** What is decided where two elements are equal, or an element is 0. */
  private static void ties(List<OpCase> cases) {
    Fill ties = new Fill.Ties();
    for (Binary op : List.of(Binary.EQUAL, Binary.GREATER, Binary.GREATER_OR_EQUAL)) {
      cases.add(
          OpCase.of(op.id() + " of equals")
              .rows(ties, 3)
              .rows(ties, 3)
              .flat()
              .is((o, in) -> o.apply(op, in.get(0), in.get(1))));
    }
    for (Unary op : List.of(Unary.SIGN, Unary.FLOOR, Unary.RELU, Unary.ABS)) {
      cases.add(
          OpCase.of(op.id() + " of 0").rows(ties, 3).flat().is((o, in) -> o.apply(op, in.get(0))));
    }
    for (double large : new double[] {-700, 700}) {
      for (Unary op : List.of(Unary.SIGMOID, Unary.TANH, Unary.SOFTPLUS)) {
        cases.add(
            OpCase.of(op.id() + " of " + large)
                .rows(new Fill.Same(large), 2)
                .flat()
                .is((o, in) -> o.apply(op, in.get(0))));
      }
    }
  }

  private static void kinds(List<OpCase> cases) {
    for (Binary op : List.of(Binary.ADD, Binary.SUB)) {
      cases.add(
          OpCase.of(op.id() + " of indices")
              .index(9, 2)
              .index(5, 2)
              .flat()
              .is((o, in) -> o.apply(op, in.get(0), in.get(1))));
    }
    for (Binary op : List.of(Binary.EQUAL, Binary.GREATER, Binary.GREATER_OR_EQUAL)) {
      cases.add(
          OpCase.of(op.id() + " of indices")
              .index(3, 4)
              .index(3, 4)
              .flat()
              .is((o, in) -> o.apply(op, in.get(0), in.get(1))));
    }
    cases.add(OpCase.of("cast to index").rows(3).flat().is((o, in) -> o.index(in.get(0))));
    cases.add(OpCase.of("cast of index").index(7, 3).flat().is((o, in) -> o.real(in.get(0))));
    cases.add(
        OpCase.of("cast of step")
            .arg(new Type(Shape.scalar(), Kind.STEP), new Fill.Same(12))
            .flat()
            .is((o, in) -> o.real(o.apply(Binary.ADD, in.get(0), in.get(0)))));
    cases.add(
        OpCase.of("broadcast of index")
            .arg(Type.index(Shape.of(3)), new Fill.Indices(0, 5))
            .rows(3)
            .flat()
            .is((o, in) -> o.to(in.get(0), in.get(1).shape())));
  }

  private static void choices(List<OpCase> cases) {
    cases.add(
        OpCase.of("where")
            .rows(new Fill.Mask(), 3)
            .rows(3)
            .rows(3)
            .is((o, in) -> o.apply(new Elementwise.Where(), in.toArray(new Value[0]))));
    cases.add(
        OpCase.of("straight-through")
            .rows(3)
            .rows(3)
            .flat()
            .is((o, in) -> o.straightThrough(o.floor(in.get(0)), in.get(1))));
    cases.add(OpCase.of("stop").rows(3).flat().is((o, in) -> o.mul(o.stop(in.get(0)), in.get(0))));
  }

  private static void leaves(List<OpCase> cases) {
    cases.add(OpCase.of("literal, spread").rows(2).is((o, in) -> o.add(in.get(0), .3)));
    cases.add(
        OpCase.of("scalar input")
            .arg(Type.real(Shape.scalar()), new Fill.Signed())
            .rows(2)
            .is((o, in) -> o.mul(in.get(0), in.get(1))));
    cases.add(OpCase.of("iota").rows(2).flat().is((o, in) -> o.apply(new Leaf.Iota(4))));
    cases.add(OpCase.of("row-count").rows(2).flat().is((o, in) -> o.mul(in.get(0), o.rowCount())));
    cases.add(OpCase.of("row-index").rows(2).flat().is((o, in) -> o.rowIndex()));
  }

  private static void updates(List<OpCase> cases) {
    cases.add(
        OpCase.of("moment")
            .var(4, 3)
            .var(4, 3)
            .flat()
            .is((o, in) -> o.apply(new Update.Moment(.9), in.get(0), in.get(1))));
    cases.add(
        OpCase.of("square-moment")
            .arg(Type.real(Shape.of(4, 3)), POSITIVE)
            .var(4, 3)
            .flat()
            .is((o, in) -> o.apply(new Update.SquareMoment(.99), in.get(0), in.get(1))));
    for (double decay : new double[] {0, .1}) {
      cases.add(
          OpCase.of("adam, decay " + decay)
              .var(4, 3)
              .var(4, 3)
              .arg(Type.real(Shape.of(4, 3)), POSITIVE)
              .arg(new Type(Shape.scalar(), Kind.STEP), new Fill.Same(3))
              .arg(Type.real(Shape.scalar()), POSITIVE)
              .flat()
              .is(
                  (o, in) ->
                      o.apply(new Update.Adam(.9, .999, 1e-8, decay), in.toArray(new Value[0]))));
    }
  }
}
