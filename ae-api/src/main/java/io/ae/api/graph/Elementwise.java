package io.ae.api.graph;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ops that treat each element alone; all inputs have one shape (see {@link Layout.Broadcast}). */
public sealed interface Elementwise extends Op
    permits Unary,
        Binary,
        Elementwise.Where,
        Elementwise.StraightThrough,
        Elementwise.Stop,
        Elementwise.Cast {

  /** {@code condition != 0 ? a : b}. The side not taken has gradient 0, unless it is not finite. */
  record Where() implements Elementwise {
    @Override
    public String id() {
      return "where";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.reals(this, in, 3);
      Types.equal(this, in.get(0).shape(), in.get(1).shape(), "the first choice");
      Types.equal(this, in.get(0).shape(), in.get(2).shape(), "the second choice");
      return in.get(1);
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      Value zero = o.constant(0);
      Value c = y.input(0);
      return Arrays.asList(null, o.where(c, g, zero), o.where(c, zero, g));
    }
  }

  /**
   * The first input, with the gradient of the second: exact, unlike {@code soft + stop(hard −
   * soft)}.
   */
  record StraightThrough() implements Elementwise {
    @Override
    public String id() {
      return "straight-through";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.reals(this, in, 2);
      Types.equal(this, in.get(0).shape(), in.get(1).shape(), "the soft value");
      return in.get(0);
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      return Arrays.asList(null, g);
    }
  }

  /** The input, as a constant to gradients. */
  record Stop() implements Elementwise {
    @Override
    public String id() {
      return "stop";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.reals(this, in, 1);
      return in.get(0);
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      return Arrays.asList((Value) null);
    }
  }

  /** Real to index (towards zero), index or step to real. */
  record Cast(Kind to) implements Elementwise {
    @Override
    public String id() {
      return "cast";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.count(this, in, 1);
      Types.kind(this, in.get(0), Kind.REAL, Kind.INDEX, Kind.STEP);
      if (to != Kind.REAL && to != Kind.INDEX) {
        throw new ShapeException("cast: to REAL or INDEX, not " + to);
      }
      return new Type(in.get(0).shape(), to);
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      return Arrays.asList((Value) null);
    }
  }
}
