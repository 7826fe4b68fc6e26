package io.ae.api.graph;

/**
 * Shape and kind of a value: all that is known of it when it is traced.
 *
 * @param shape its axes
 * @param kind what its elements are
 */
public record Type(Shape shape, Kind kind) {
  /** Returns a type of real numbers. */
  public static Type real(Shape shape) {
    return new Type(shape, Kind.REAL);
  }

  /** Returns a type of indices. */
  public static Type index(Shape shape) {
    return new Type(shape, Kind.INDEX);
  }

  @Override
  public String toString() {
    return kind == Kind.REAL
        ? shape.toString()
        : kind.name().toLowerCase(java.util.Locale.ROOT) + shape;
  }
}
