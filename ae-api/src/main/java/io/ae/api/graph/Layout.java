package io.ae.api.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ops that move, spread and sum elements. */
public sealed interface Layout extends Op {
  /** Spreads over axes of size 1 and over leading axes that the input lacks. */
  record Broadcast(Shape to) implements Layout {
    @Override
    public String id() {
      return "broadcast";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.count(this, in, 1);
      Types.kind(this, in.get(0), Kind.REAL, Kind.INDEX);
      if (!Types.fits(in.get(0).shape(), to)) {
        throw new ShapeException("broadcast: " + in.get(0).shape() + " does not spread over " + to);
      }
      return new Type(to, in.get(0).kind());
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      return List.of(o.sumTo(g, y.input(0).shape()));
    }
  }

  /** The adjoint of {@link Broadcast}: sums what it would spread. A join where B goes. */
  record SumTo(Shape to) implements Layout {
    @Override
    public String id() {
      return "sum-to";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.reals(this, in, 1);
      return reduced(this, in.get(0).shape(), to);
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      return List.of(o.to(g, y.input(0).shape()));
    }
  }

  /** The largest of what {@link Broadcast} would spread. Equal maxima share the gradient. */
  record MaxTo(Shape to) implements Layout {
    @Override
    public String id() {
      return "max-to";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.reals(this, in, 1);
      return reduced(this, in.get(0).shape(), to);
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      Value x = y.input(0);
      Value largest = o.equal(x, o.to(y, x.shape()));
      Value share = o.div(g, o.sumTo(largest, to));
      return List.of(o.mul(largest, o.to(share, x.shape())));
    }
  }

  /** The same elements in the same order under other axes; a leading B, A or N stays. */
  record Reshape(Shape to) implements Layout {
    @Override
    public String id() {
      return "reshape";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.count(this, in, 1);
      Types.kind(this, in.get(0), Kind.REAL, Kind.INDEX);
      Shape from = in.get(0).shape();
      if (lead(from) != lead(to) || !holdAsMany(from, to)) {
        throw new ShapeException("reshape: " + from + " does not hold the elements of " + to);
      }
      return new Type(to, in.get(0).kind());
    }

    /** Returns the named axis in front, 0 if there is none. */
    private static int lead(Shape s) {
      return s.rank() == 0 ? 0 : Math.min(0, s.dim(0));
    }

    /** Whether two shapes hold as many elements whatever the sizes of named axes. */
    private static boolean holdAsMany(Shape a, Shape b) {
      return a.elements(97, 89) == b.elements(97, 89)
          && a.elements(101, 103) == b.elements(101, 103);
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      return List.of(o.reshape(g, y.input(0).shape()));
    }
  }

  /** Axis i of the result is axis {@code axes[i]} of the input; B stays first. */
  record Permute(List<Integer> axes) implements Layout {
    public Permute {
      axes = List.copyOf(axes);
    }

    @Override
    public String id() {
      return "permute";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.count(this, in, 1);
      Types.kind(this, in.get(0), Kind.REAL, Kind.INDEX);
      Shape from = in.get(0).shape();
      List<Integer> sorted = axes.stream().sorted().toList();
      for (int i = 0; i < sorted.size(); i++) {
        if (sorted.get(i) != i) {
          throw new ShapeException("permute: " + axes + " is no order of the axes of " + from);
        }
      }
      if (axes.size() != from.rank() || (from.cut() && axes.get(0) != 0)) {
        throw new ShapeException("permute: " + axes + " for " + from + "; B stays first");
      }
      return new Type(Shape.of(axes.stream().map(from::dim).toList()), in.get(0).kind());
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      List<Integer> back = new ArrayList<>(Collections.nCopies(axes.size(), 0));
      for (int i = 0; i < axes.size(); i++) {
        back.set(axes.get(i), i);
      }
      return List.of(o.permute(g, back));
    }
  }

  /** The elements {@code [from, to)} along one axis of fixed size. */
  record Slice(int axis, int from, int to) implements Layout {
    @Override
    public String id() {
      return "slice";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.count(this, in, 1);
      Types.kind(this, in.get(0), Kind.REAL, Kind.INDEX);
      Shape s = in.get(0).shape();
      if (axis < 0 || axis >= s.rank() || from < 0 || from > to || to > s.dim(axis)) {
        throw new ShapeException("slice: [" + from + ", " + to + ") of axis " + axis + " of " + s);
      }
      return new Type(s.with(axis, to - from), in.get(0).kind());
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      return List.of(o.pad(g, axis, from, y.input(0).shape().dim(axis) - to));
    }
  }

  /** Zeros before and after along one axis of fixed size. */
  record Pad(int axis, int before, int after) implements Layout {
    @Override
    public String id() {
      return "pad";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.reals(this, in, 1);
      Shape s = in.get(0).shape();
      if (axis < 0 || axis >= s.rank() || s.dim(axis) < 0 || before < 0 || after < 0) {
        throw new ShapeException(
            "pad: by " + before + " and " + after + " on axis " + axis + " of " + s);
      }
      return Type.real(s.with(axis, before + s.dim(axis) + after));
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      return List.of(o.slice(g, axis, before, before + y.input(0).shape().dim(axis)));
    }
  }

  /** Several values one after another along an axis of fixed size. */
  record Concat(int axis) implements Layout {
    @Override
    public String id() {
      return "concat";
    }

    @Override
    public Type infer(List<Type> in) {
      if (in.isEmpty()) {
        throw new ShapeException("concat: needs at least one value");
      }
      in.forEach(t -> Types.kind(this, t, Kind.REAL, Kind.INDEX));
      Type first = in.get(0);
      int size = 0;
      for (Type t : in) {
        boolean fits =
            axis >= 0
                && axis < t.shape().rank()
                && t.shape().dim(axis) >= 0
                && t.kind() == first.kind()
                && t.shape().with(axis, 0).equals(first.shape().with(axis, 0));
        if (!fits) {
          throw new ShapeException(
              "concat: " + in + " differ beyond axis " + axis + ", or it is named");
        }
        size += t.shape().dim(axis);
      }
      return new Type(first.shape().with(axis, size), first.kind());
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      List<@Nullable Value> parts = new ArrayList<>();
      int from = 0;
      for (Value x : y.inputs()) {
        int to = from + x.shape().dim(axis);
        parts.add(o.slice(g, axis, from, to));
        from = to;
      }
      return parts;
    }
  }

  /** {@code [B, …] → [A, …]}: every row sees all rows; the values of all shards, concatenated. */
  record AllRows() implements Layout {
    @Override
    public String id() {
      return "all-rows";
    }

    @Override
    public Type infer(List<Type> in) {
      return swapLead(this, in, Shape.B, Shape.A);
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      return List.of(o.ownRows(g));
    }
  }

  /** {@code [A, …] → [B, …]}: the adjoint of {@link AllRows}. */
  record OwnRows() implements Layout {
    @Override
    public String id() {
      return "own-rows";
    }

    @Override
    public Type infer(List<Type> in) {
      return swapLead(this, in, Shape.A, Shape.B);
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      return List.of(o.allRows(g));
    }
  }

  private static Type reduced(Op op, Shape from, Shape to) {
    if (!Types.fits(to, from)) {
      throw new ShapeException(op.id() + ": " + from + " does not reduce to " + to);
    }
    return Type.real(to);
  }

  private static Type swapLead(Op op, List<Type> in, int from, int to) {
    Types.reals(op, in, 1);
    Shape s = in.get(0).shape();
    if (s.rank() == 0 || s.dim(0) != from || Arrays.stream(s.tail().dims()).anyMatch(d -> d < 0)) {
      throw new ShapeException(
          op.id() + ": needs " + Shape.of(from) + " and fixed sizes, got " + s);
    }
    return Type.real(s.with(0, to));
  }
}
