package io.ae.core.backend.kernel;

import io.ae.api.graph.DType;
import io.ae.api.graph.Kind;
import java.util.Arrays;

/**
 * The elements of a value in memory, row-major: reals of single or double precision, indices or a
 * step. Sparse rows hold the values of their non-zeros as reals and their columns as indices; where
 * rows begin, {@link Extent} knows.
 *
 * <p>Kernels compute through {@link #get} and {@link #set} in double precision; those that matter
 * have loops of their own over {@link #floats}. Which array holds the reals never changes within a
 * loop, so the compiler takes the test out of it.
 */
public final class Tensor {
  private static final float[] NO_FLOATS = {};
  private static final double[] NO_DOUBLES = {};
  private static final int[] NO_INDICES = {};
  private static final long[] NO_STEPS = {};

  private final boolean single;
  private float[] floats = NO_FLOATS;
  private double[] doubles = NO_DOUBLES;
  private int[] indices = NO_INDICES;
  private long[] steps = NO_STEPS;

  private Tensor(boolean single) {
    this.single = single;
  }

  /**
   * Returns zeros.
   *
   * @param kind what the elements are
   * @param compute type of the reals, {@link DType#F32} or {@link DType#F64}
   * @param elements how many; of sparse rows, the non-zeros
   */
  public static Tensor of(Kind kind, DType compute, int elements) {
    Tensor t = new Tensor(compute == DType.F32);
    if (kind == Kind.REAL || kind == Kind.SPARSE) {
      t.floats = t.single ? new float[elements] : NO_FLOATS;
      t.doubles = t.single ? NO_DOUBLES : new double[elements];
    }
    if (kind == Kind.INDEX || kind == Kind.SPARSE) {
      t.indices = new int[elements];
    }
    if (kind == Kind.STEP) {
      t.steps = new long[elements];
    }
    return t;
  }

  /** Makes this tensor show another's elements, which must be of the same type. */
  public void show(Tensor other) {
    floats = other.floats;
    doubles = other.doubles;
    indices = other.indices;
    steps = other.steps;
  }

  /** Returns whether the reals have single precision. */
  public boolean single() {
    return single;
  }

  /** Returns the reals where they have single precision. */
  public float[] floats() {
    return floats;
  }

  /** Returns the reals where they have double precision. */
  public double[] doubles() {
    return doubles;
  }

  /** Returns the indices; of sparse rows, the columns. */
  public int[] indices() {
    return indices;
  }

  /** Returns the steps. */
  public long[] steps() {
    return steps;
  }

  /** Returns a real. */
  public double get(int i) {
    return single ? floats[i] : doubles[i];
  }

  /** Sets a real, rounded to the precision held. */
  public void set(int i, double value) {
    if (single) {
      floats[i] = (float) value;
    } else {
      doubles[i] = value;
    }
  }

  /** Sets the reals {@code [from, to)}. */
  public void fill(int from, int to, double value) {
    if (single) {
      Arrays.fill(floats, from, to, (float) value);
    } else {
      Arrays.fill(doubles, from, to, value);
    }
  }

  /** Copies elements of another tensor of the same kind. */
  public void copy(Kind kind, Tensor from, int at, int to, int elements) {
    switch (kind) {
      case REAL -> System.arraycopy(from.reals(), at, reals(), to, elements);
      case INDEX -> System.arraycopy(from.indices, at, indices, to, elements);
      case STEP -> System.arraycopy(from.steps, at, steps, to, elements);
      case SPARSE -> throw new IllegalArgumentException("sparse rows are not copied");
    }
  }

  private Object reals() {
    return single ? floats : doubles;
  }
}
