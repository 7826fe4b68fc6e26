package io.ae.api.graph;

import java.util.ArrayList;
import java.util.List;

/** Reductions, and moving elements about. */
public sealed interface LayoutOps extends Tracing permits Ops {
  /** Sums down to a shape that would broadcast back; over B it is a join. */
  default Value sumTo(Operand x, Shape shape) {
    return x.shape().equals(shape) ? value(x) : apply(new Layout.SumTo(shape), x);
  }

  /** The largest down to a shape that would broadcast back. */
  default Value maxTo(Operand x, Shape shape) {
    return apply(new Layout.MaxTo(shape), x);
  }

  /** Sum of everything: {@code […] → []}. */
  default Value sumAll(Operand x) {
    return sumTo(x, Shape.scalar());
  }

  /** Sum over all axes but B: {@code [B, …] → [B]}. */
  default Value sumFeatures(Operand x) {
    return reshape(sumTo(x, ones(x.shape(), 1)), Shape.rows());
  }

  /** Mean over all axes but B: {@code [B, …] → [B]}. */
  default Value meanFeatures(Operand x) {
    Value sum = sumFeatures(x);
    return apply(Binary.MUL, sum, spread(1.0 / x.shape().elementsPerRow(), sum.shape()));
  }

  /** Sum over the rows of the batch, a join: {@code [B, …] → […]}. */
  default Value sumRows(Operand x) {
    return sumTo(x, x.shape().tail());
  }

  /** Mean over the rows of the whole batch, a join: {@code [B, …] → […]}. */
  default Value meanRows(Operand x) {
    Value sum = sumRows(x);
    Value count = rowCount();
    return apply(
        Binary.DIV,
        sum,
        sum.shape().rank() == 0 ? count : apply(new Layout.Broadcast(sum.shape()), count));
  }

  /** Sum along the last axis, which stays with size 1. */
  default Value sumLast(Operand x) {
    return sumTo(x, x.shape().with(-1, 1));
  }

  /** The largest along the last axis, which stays with size 1. */
  default Value maxLast(Operand x) {
    return maxTo(x, x.shape().with(-1, 1));
  }

  /** ln Σ eˣ along the last axis, which stays with size 1; without overflow. */
  default Value logSumExp(Operand x) {
    Value top = apply(new Elementwise.Stop(), maxLast(x));
    Value shifted = apply(Binary.SUB, x, apply(new Layout.Broadcast(x.shape()), top));
    return apply(Binary.ADD, apply(Unary.LOG, sumLast(apply(Unary.EXP, shifted))), top);
  }

  /** x − logSumExp(x) along the last axis. */
  default Value logSoftmax(Operand x) {
    return apply(Binary.SUB, x, apply(new Layout.Broadcast(x.shape()), logSumExp(x)));
  }

  /** eˣ / Σ eˣ along the last axis. */
  default Value softmax(Operand x) {
    return apply(Unary.EXP, logSoftmax(x));
  }

  /** The same elements under other axes; a leading B stays. */
  default Value reshape(Operand x, Shape shape) {
    return apply(new Layout.Reshape(shape), x);
  }

  /** {@code [B, …] → [B, n]}. */
  default Value flatten(Operand x) {
    return reshape(x, Shape.rows(Math.toIntExact(x.shape().elementsPerRow())));
  }

  /** {@code [B] → [B, 1]}: one value a row, ready to broadcast over features. */
  default Value column(Operand x) {
    return reshape(x, x.shape().append(1));
  }

  /** {@code [C] → [C, 1, 1]}: one value a channel, ready to broadcast over planes. */
  default Value channels(Operand x) {
    return reshape(x, x.shape().append(1).append(1));
  }

  /** Axes in another order. */
  default Value permute(Operand x, List<Integer> axes) {
    return apply(new Layout.Permute(axes), x);
  }

  /** A matrix with rows and columns exchanged. */
  default Value transpose(Operand x) {
    return permute(x, List.of(1, 0));
  }

  /** The elements {@code [from, to)} along one axis. */
  default Value slice(Operand x, int axis, int from, int to) {
    return apply(new Layout.Slice(axis, from, to), x);
  }

  /** Zeros before and after along one axis. */
  default Value pad(Operand x, int axis, int before, int after) {
    return apply(new Layout.Pad(axis, before, after), x);
  }

  /** Values one after another along one axis, not B. */
  default Value concat(int axis, List<? extends Operand> parts) {
    return apply(new Layout.Concat(axis), parts.toArray(Operand[]::new));
  }

  /** {@code [B, …] → [B, k, …]}: each row k times along a new axis. */
  default Value repeat(Operand x, int k) {
    Shape s = x.shape();
    Value one = reshape(x, s.range(0, 1).append(1).concat(s.tail()));
    return apply(new Layout.Broadcast(s.range(0, 1).append(k).concat(s.tail())), one);
  }

  /** {@code [B, …] → [A, …]}: all rows, for every row. */
  default Value allRows(Operand x) {
    return apply(new Layout.AllRows(), x);
  }

  /** {@code [A, …] → [B, …]}: the adjoint of {@link #allRows}. */
  default Value ownRows(Operand x) {
    return apply(new Layout.OwnRows(), x);
  }

  /** The rows of the whole batch, a real scalar. */
  default Value rowCount() {
    return apply(new Leaf.RowCount());
  }

  /** The absolute index of each row, index {@code [B]}. */
  default Value rowIndex() {
    return apply(new Leaf.RowIndex());
  }

  private Value spread(double value, Shape shape) {
    return apply(new Layout.Broadcast(shape), apply(new Leaf.Literal(value, Kind.REAL)));
  }

  private static Shape ones(Shape shape, int from) {
    List<Integer> dims = new ArrayList<>();
    for (int i = 0; i < shape.rank(); i++) {
      dims.add(i < from ? shape.dim(i) : 1);
    }
    return Shape.of(dims);
  }
}
