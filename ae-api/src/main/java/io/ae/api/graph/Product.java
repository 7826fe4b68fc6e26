package io.ae.api.graph;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Matrix products. All leading axes of a left factor are rows: {@code [B, k, D]} works everywhere.
 */
public sealed interface Product extends Op {
  /** {@code x [rows…, D] · w [D, H] + b [H] → [rows…, H]}; w is {@code [H, D]} where transposed. */
  record Dense(boolean transposed) implements Product {
    @Override
    public String id() {
      return "dense";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.reals(this, in, 3);
      Type y = product(this, in, transposed);
      Shape b = in.get(2).shape();
      Types.equal(this, Shape.of(y.shape().last()), b, "bias b [H]");
      return y;
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      Value x = y.input(0);
      Value w = y.input(1);
      return List.of(
          o.apply(new MatMul(!transposed), g, w),
          transposed ? o.contract(g, x) : o.contract(x, g),
          o.sumTo(g, y.input(2).shape()));
    }
  }

  /** {@code a [rows…, K] · b [K, M] → [rows…, M]}; b is {@code [M, K]} where transposed. */
  record MatMul(boolean transposed) implements Product {
    @Override
    public String id() {
      return "matmul";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.reals(this, in, 2);
      return product(this, in, transposed);
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      Value a = y.input(0);
      Value b = y.input(1);
      return List.of(
          o.apply(new MatMul(!transposed), g, b), transposed ? o.contract(g, a) : o.contract(a, g));
    }
  }

  /**
   * Rowsᵀ × rows: {@code a [rows…, M], b [rows…, K] → [M, K]}; vectors are one row. A join where
   * the rows hold B.
   */
  record Contract() implements Product {
    @Override
    public String id() {
      return "contract";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.reals(this, in, 2);
      Shape a = in.get(0).shape();
      Shape b = in.get(1).shape();
      Types.rank(this, "a [rows…, M]", a, 1);
      Types.equal(
          this,
          a.with(-1, 0),
          b.rank() == 0 ? b : b.with(-1, 0),
          "the rows of b (M, K shown as 0)");
      return Type.real(Shape.of(a.last(), b.last()));
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      return Arrays.asList(
          o.matmulTransposed(y.input(1), g), // [rows…, K] · [M, K]ᵀ
          o.matmul(y.input(0), g)); // [rows…, M] · [M, K]
    }
  }

  private static Type product(Op op, List<Type> in, boolean transposed) {
    Shape x = in.get(0).shape();
    Shape w = in.get(1).shape();
    Types.rank(op, "the left factor [rows…, D]", x, 1);
    if (w.rank() != 2) {
      throw new ShapeException(op.id() + ": the right factor is a matrix, got " + w);
    }
    if (w.cut()) {
      throw new ShapeException(
          op.id() + ": the right factor " + w + " has rows; rows by rows are joined by contract");
    }
    int inner = w.dim(transposed ? 1 : 0);
    String left = "last axis of the left factor";
    Types.equal(
        op,
        left,
        x.last(),
        (transposed ? "last" : "first") + " axis of the right factor",
        inner,
        in);
    return Type.real(x.with(-1, w.dim(transposed ? 0 : 1)));
  }
}
