package io.ae.core.backend.kernel;

import io.ae.api.graph.DType;
import io.ae.api.graph.Kind;

/**
 * Adds a product of matrices to a third: {@code C [m, n] += A [m, k] · B [k, n]}. A and B have any
 * strides, so that transposes need no copy; the rows of C are contiguous.
 */
public abstract class Gemm {
  /** Where a matrix lies in a tensor. */
  static final class Place {
    Tensor tensor = Tensor.of(Kind.STEP, DType.F32, 0);
    int offset;
    int row;
    int column;

    void set(Tensor newTensor, int newOffset, int newRow, int newColumn) {
      tensor = newTensor;
      offset = newOffset;
      row = newRow;
      column = newColumn;
    }
  }

  final Place a = new Place();
  final Place b = new Place();
  final Place c = new Place();

  Gemm() {}

  /** Sets A: element (i, k) lies at {@code offset + i · row + k · column}. */
  public Gemm left(Tensor tensor, int offset, int row, int column) {
    a.set(tensor, offset, row, column);
    return this;
  }

  /** Sets B: element (k, j) lies at {@code offset + k · row + j · column}. */
  public Gemm right(Tensor tensor, int offset, int row, int column) {
    b.set(tensor, offset, row, column);
    return this;
  }

  /** Sets C: element (i, j) lies at {@code offset + i · row + j}. */
  public Gemm into(Tensor tensor, int offset, int row) {
    c.set(tensor, offset, row, 1);
    return this;
  }

  /** Adds A · B to C. */
  public abstract void add(int m, int n, int k);
}
