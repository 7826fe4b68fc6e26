package io.ae.api.graph;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ops on sparse rows. {@code x} is a {@link Kind#SPARSE} value {@code [B, D]}: a pattern with
 * values; ops that compute take the values {@code [N]} beside it, so gradients reach them. Within a
 * row, columns ascend strictly.
 */
public sealed interface Sparse extends Op {
  /** The values of the non-zeros: {@code x → [N]}. */
  record NonZeros() implements Sparse {
    @Override
    public String id() {
      return "non-zeros";
    }

    @Override
    public Type infer(List<Type> in) {
      pattern(this, in, 1);
      return Type.real(Shape.of(Shape.N));
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      return Collections.singletonList(null);
    }
  }

  /** The columns of the non-zeros: {@code x → index [N]}. */
  record Columns() implements Sparse {
    @Override
    public String id() {
      return "columns";
    }

    @Override
    public Type infer(List<Type> in) {
      pattern(this, in, 1);
      return Type.index(Shape.of(Shape.N));
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      return Collections.singletonList(null);
    }
  }

  /** {@code x, v [N], w [D, H] → [B, H]}. */
  record CsrMatMul() implements Sparse {
    @Override
    public String id() {
      return "csr-matmul";
    }

    @Override
    public Type infer(List<Type> in) {
      int width = pattern(this, in, 3);
      values(this, in.get(1));
      Shape w = matrix(this, in.get(2), width);
      return Type.real(Shape.rows(w.last()));
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      Value x = y.input(0);
      return Arrays.asList(
          null,
          o.apply(new Sddmm(), x, g, y.input(2)),
          o.apply(new CsrContract(), x, y.input(1), g));
    }
  }

  /** The transpose: {@code x, v [N], g [B, H] → [D, H]}. A join. */
  record CsrContract() implements Sparse {
    @Override
    public String id() {
      return "csr-contract";
    }

    @Override
    public Type infer(List<Type> in) {
      int width = pattern(this, in, 3);
      values(this, in.get(1));
      return Type.real(Shape.of(width, rows(this, in.get(2)).last()));
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      Value x = y.input(0);
      return Arrays.asList(
          null, o.apply(new Sddmm(), x, y.input(2), g), o.apply(new CsrMatMul(), x, y.input(1), g));
    }
  }

  /** Sampled product: {@code x, a [B, H], w [D, H] → [N]}, a's row · w's row at each non-zero. */
  record Sddmm() implements Sparse {
    @Override
    public String id() {
      return "sddmm";
    }

    @Override
    public Type infer(List<Type> in) {
      int width = pattern(this, in, 3);
      Shape a = rows(this, in.get(1));
      Shape w = matrix(this, in.get(2), width);
      Types.equal(this, "H of a [B, H]", a.last(), "H of w [D, H]", w.last(), in);
      return Type.real(Shape.of(Shape.N));
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      Value x = y.input(0);
      return Arrays.asList(
          null,
          o.apply(new CsrMatMul(), x, g, y.input(2)),
          o.apply(new CsrContract(), x, g, y.input(1)));
    }
  }

  /** Picks dense values at the non-zeros: {@code x, d [B, D] → [N]}. */
  record GatherAt() implements Sparse {
    @Override
    public String id() {
      return "gather-at";
    }

    @Override
    public Type infer(List<Type> in) {
      int width = pattern(this, in, 2);
      Types.equal(this, Shape.rows(width), in.get(1).shape(), "the dense values");
      return Type.real(Shape.of(Shape.N));
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      return Arrays.asList(null, o.apply(new ScatterAt(), y.input(0), g));
    }
  }

  /** Writes values at the non-zeros, zeros elsewhere: {@code x, v [N] → [B, D]}. */
  record ScatterAt() implements Sparse {
    @Override
    public String id() {
      return "scatter-at";
    }

    @Override
    public Type infer(List<Type> in) {
      int width = pattern(this, in, 2);
      values(this, in.get(1));
      return Type.real(Shape.rows(width));
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      return Arrays.asList(null, o.apply(new GatherAt(), y.input(0), g));
    }
  }

  /** Repeats a row's value at each of its non-zeros: {@code x, r [B] → [N]}. */
  record ExpandRows() implements Sparse {
    @Override
    public String id() {
      return "expand-rows";
    }

    @Override
    public Type infer(List<Type> in) {
      pattern(this, in, 2);
      Types.equal(this, Shape.rows(), in.get(1).shape(), "one value a row");
      return Type.real(Shape.of(Shape.N));
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      return Arrays.asList(null, o.apply(new SumNonZeros(), y.input(0), g));
    }
  }

  /** Sums the non-zeros of each row: {@code x, v [N] → [B]}. */
  record SumNonZeros() implements Sparse {
    @Override
    public String id() {
      return "sum-non-zeros";
    }

    @Override
    public Type infer(List<Type> in) {
      pattern(this, in, 2);
      values(this, in.get(1));
      return Type.real(Shape.rows());
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      return Arrays.asList(null, o.apply(new ExpandRows(), y.input(0), g));
    }
  }

  private static int pattern(Op op, List<Type> in, int wanted) {
    Types.count(op, in, wanted);
    Types.kind(op, in.get(0), Kind.SPARSE);
    in.subList(1, wanted).forEach(t -> Types.kind(op, t, Kind.REAL));
    return in.get(0).shape().last();
  }

  private static void values(Op op, Type v) {
    Types.equal(op, Shape.of(Shape.N), v.shape(), "the values of the non-zeros");
  }

  private static Shape rows(Op op, Type a) {
    if (a.shape().rank() != 2 || !a.shape().batched()) {
      throw new ShapeException(op.id() + ": needs rows [B, H], got " + a.shape());
    }
    return a.shape();
  }

  private static Shape matrix(Op op, Type w, int width) {
    if (w.shape().rank() != 2 || w.shape().dim(0) != width) {
      throw new ShapeException(
          op.id() + ": needs a matrix [D = " + width + ", H], got " + w.shape());
    }
    return w.shape();
  }
}
