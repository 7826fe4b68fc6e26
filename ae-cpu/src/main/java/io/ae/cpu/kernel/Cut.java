package io.ae.cpu.kernel;

import io.ae.cpu.memory.Extent;
import io.ae.cpu.memory.Geometry;

/**
 * The elements of a value that a shard computes.
 *
 * @param extent elements of the value
 * @param geometry the shard's rows
 * @param unit elements that stay together where each shard does its part of a value that is not cut
 *     by rows; 0 if a shard does all that it holds of it
 */
public record Cut(Extent extent, Geometry geometry, int unit) {
  /** Returns the first element. */
  int from() {
    return unit == 0 ? 0 : geometry.partFrom(units()) * unit;
  }

  /** Returns the end of the elements. */
  int to() {
    int count = extent.elements(geometry);
    return unit == 0 ? count : Math.min(count, geometry.partTo(units()) * unit);
  }

  private int units() {
    return (extent.elements(geometry) + unit - 1) / unit;
  }
}
