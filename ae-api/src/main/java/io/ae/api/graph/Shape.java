package io.ae.api.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The shape of a {@link Value}: fixed sizes and named axes.
 *
 * <p>{@link #B}, the rows of the batch, leads a shape or is absent; so does {@link #N}, the
 * non-zeros of a sparse batch. {@link #A} stands for all rows of the batch a second time, is never
 * cut into shards, and may stand anywhere. The letters used in this project: {@code B} batch,
 * {@code D} features, {@code L} code, {@code H} hidden units, {@code K} codebook, {@code C Y X}
 * channel, row, column.
 */
public final class Shape {
  /** The batch axis: bounded, dynamic, where an engine may cut. */
  public static final int B = -1;

  /** All rows of the batch, as an axis that is never cut. */
  public static final int A = -2;

  /** The non-zeros of a sparse batch: cut where the rows are cut. */
  public static final int N = -3;

  private static final Shape SCALAR = new Shape(new int[0]);

  private final int[] dims;

  private Shape(int[] dims) {
    this.dims = dims;
  }

  /**
   * Returns a shape of these axes.
   *
   * @param dims sizes of zero or more, or {@link #B}, {@link #A}, {@link #N}
   */
  public static Shape of(int... dims) {
    for (int i = 0; i < dims.length; i++) {
      if (dims[i] < N) {
        throw new ShapeException("shape " + Arrays.toString(dims) + ": a size is at least 0");
      }
      if (i > 0 && (dims[i] == B || dims[i] == N)) {
        throw new ShapeException(
            new Shape(dims) + ": the axis " + name(dims[i]) + " leads or is absent");
      }
    }
    return dims.length == 0 ? SCALAR : new Shape(dims.clone());
  }

  /** Returns a shape of these axes, as {@link #of(int...)} does. */
  public static Shape of(List<Integer> dims) {
    return of(dims.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Returns {@code []}. */
  public static Shape scalar() {
    return SCALAR;
  }

  /** Returns {@code [B, rest…]}. */
  public static Shape rows(int... rest) {
    int[] dims = new int[rest.length + 1];
    dims[0] = B;
    System.arraycopy(rest, 0, dims, 1, rest.length);
    return of(dims);
  }

  /** Returns {@code [B, rest…]}. */
  public static Shape rows(Shape rest) {
    return rows(rest.dims);
  }

  /** Returns the number of axes. */
  public int rank() {
    return dims.length;
  }

  /**
   * Returns the size of an axis, or its name's constant.
   *
   * @param axis from 0, or from the end if negative (−1 is the last)
   */
  public int dim(int axis) {
    return dims[axis < 0 ? dims.length + axis : axis];
  }

  /** Returns the last size. */
  public int last() {
    return dim(-1);
  }

  /** Returns the sizes, as a copy. */
  public int[] dims() {
    return dims.clone();
  }

  /** Returns whether the shape leads with {@link #B} or {@link #N}: an engine may cut it. */
  public boolean cut() {
    return dims.length > 0 && (dims[0] == B || dims[0] == N);
  }

  /** Returns whether the shape leads with {@link #B}. */
  public boolean batched() {
    return dims.length > 0 && dims[0] == B;
  }

  /** Returns whether every size is fixed. */
  public boolean fixed() {
    for (int d : dims) {
      if (d < 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns this shape without its first axis. */
  public Shape tail() {
    return of(Arrays.copyOfRange(dims, 1, dims.length));
  }

  /** Returns this shape with one more axis at the end. */
  public Shape append(int size) {
    int[] d = Arrays.copyOf(dims, dims.length + 1);
    d[dims.length] = size;
    return of(d);
  }

  /**
   * Returns this shape with another size on one axis.
   *
   * @param axis from 0, or from the end if negative
   */
  public Shape with(int axis, int size) {
    int[] d = dims.clone();
    d[axis < 0 ? d.length + axis : axis] = size;
    return of(d);
  }

  /** Returns the axes {@code [from, to)} as a shape. */
  public Shape range(int from, int to) {
    return of(Arrays.copyOfRange(dims, from, to));
  }

  /** Returns this shape's axes followed by another's. */
  public Shape concat(Shape other) {
    List<Integer> d = new ArrayList<>();
    for (int i : dims) {
      d.add(i);
    }
    for (int i : other.dims) {
      d.add(i);
    }
    return of(d);
  }

  /**
   * Returns the number of elements for a batch of so many rows.
   *
   * @param rows what {@link #B} and {@link #A} stand for
   * @param nonZeros what {@link #N} stands for
   * @throws ArithmeticException beyond 2⁶³−1
   */
  public long elements(long rows, long nonZeros) {
    long n = 1;
    for (int d : dims) {
      n = Math.multiplyExact(n, d >= 0 ? d : d == N ? nonZeros : rows);
    }
    return n;
  }

  /** Returns the number of elements; the shape must be {@link #fixed()}. */
  public long elements() {
    if (!fixed()) {
      throw new IllegalStateException(this + " has no fixed number of elements");
    }
    return elements(0, 0);
  }

  /**
   * Returns the number of elements of one row; the shape must {@link #cut()}, without {@link #A}.
   */
  public long elementsPerRow() {
    return tail().elements();
  }

  private static String name(int dim) {
    return switch (dim) {
      case B -> "B";
      case A -> "A";
      case N -> "N";
      default -> Integer.toString(dim);
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape s && Arrays.equals(dims, s.dims);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dims);
  }

  /** Returns for example {@code [B, 1, 28, 28]}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < dims.length; i++) {
      text.append(i == 0 ? "" : ", ").append(name(dims[i]));
    }
    return text.append(']').toString();
  }
}
