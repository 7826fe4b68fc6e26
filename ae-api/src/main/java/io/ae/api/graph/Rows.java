package io.ae.api.graph;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ops that pick by index or by rank. */
public sealed interface Rows extends Op {
  /** {@code table [K, …], index [rows…] → [rows…, …]}; an index outside [0, K) stops the run. */
  record Gather() implements Rows {
    @Override
    public String id() {
      return "gather";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.count(this, in, 2);
      Types.kind(this, in.get(0), Kind.REAL);
      Types.kind(this, in.get(1), Kind.INDEX);
      Shape table = in.get(0).shape();
      Types.rank(this, "the table [K, …]", table, 1);
      if (table.dim(0) < 0) {
        throw new ShapeException("gather: the table's first axis has a fixed size K, got " + table);
      }
      return Type.real(in.get(1).shape().concat(table.tail()));
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      return Arrays.asList(o.scatterAdd(g, y.input(1), y.input(0).shape().dim(0)), null);
    }
  }

  /**
   * {@code rows [rows…, …], index [rows…] → [K, …]}: the adjoint of {@link Gather}; a join over B.
   */
  record ScatterAdd(int size) implements Rows {
    @Override
    public String id() {
      return "scatter-add";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.count(this, in, 2);
      Types.kind(this, in.get(0), Kind.REAL);
      Types.kind(this, in.get(1), Kind.INDEX);
      Shape v = in.get(0).shape();
      Shape i = in.get(1).shape();
      Types.rank(this, "the values [rows…, …]", v, i.rank());
      Types.equal(this, i, v.range(0, i.rank()), "the rows of the values");
      return Type.real(Shape.of(size).concat(v.range(i.rank(), v.rank())));
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      return Arrays.asList(o.gather(g, y.input(1)), null);
    }
  }

  /**
   * {@code index […] → […, size]}: 1 at the index, zeros elsewhere, and zeros throughout for −1;
   * any other index outside [0, size) stops the run.
   */
  record OneHot(int size) implements Rows {
    @Override
    public String id() {
      return "one-hot";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.count(this, in, 1);
      Types.kind(this, in.get(0), Kind.INDEX);
      return Type.real(in.get(0).shape().append(size));
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      return Collections.singletonList(null);
    }
  }

  /** The index of the largest along the last axis, the first of equals: {@code […, n] → […]}. */
  record ArgMax() implements Rows {
    @Override
    public String id() {
      return "arg-max";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.reals(this, in, 1);
      Shape s = in.get(0).shape();
      Types.rank(this, "the values […, n]", s, 1);
      if (s.last() == Shape.B || s.last() == 0) {
        throw new ShapeException("arg-max: the last axis of " + s + " is B or empty");
      }
      return Type.index(s.range(0, s.rank() - 1));
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      return Collections.singletonList(null);
    }
  }

  /**
   * 1 at the k largest along the last axis (the first of equals), else 0: {@code […, n] → […, n]}.
   */
  record TopKMask(int k) implements Rows {
    @Override
    public String id() {
      return "top-k-mask";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.reals(this, in, 1);
      Shape s = in.get(0).shape();
      Types.rank(this, "the values […, n]", s, 1);
      if (k < 0 || s.last() < k) {
        throw new ShapeException("top-k-mask: k = " + k + " of the last axis of " + s);
      }
      return in.get(0);
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      return Collections.singletonList(null);
    }
  }
}
