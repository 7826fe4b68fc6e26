package io.ae.core.nn;

import io.ae.api.graph.Leaf;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;

/**
 * A block of each row, at a place drawn uniformly from those where it fits.
 *
 * @param fraction share of the row's values that it covers, ν
 */
record Occlusion(double fraction) {
  /**
   * Returns 1 within the block, else 0.
   *
   * @param rows shape of the rows, {@code [B, D]} or {@code [B, C, Y, X]}
   * @return {@code [B, D]} or {@code [B, 1, Y, X]}
   */
  Value block(Ops o, Shape rows) {
    if (rows.rank() != 4) {
      int d = Math.toIntExact(rows.elementsPerRow());
      Value run = run(o, "occlusion", d, (int) Math.floor(fraction * d)); // [B, D]
      return o.reshape(run, rows);
    }
    int y = rows.dim(2);
    int x = rows.dim(3);
    Value down = run(o, "occlusion-rows", y, side(y)); // [B, Y]
    Value across = run(o, "occlusion-columns", x, side(x)); // [B, X]
    return o.mul(
        o.reshape(down, Shape.rows(1, y, 1)),
        o.reshape(across, Shape.rows(1, 1, x))); // [B, 1, Y, X]
  }

  private int side(int whole) {
    return (int) Math.round(Math.sqrt(fraction) * whole);
  }

  /** Returns 1 at {@code length} neighbours of {@code whole} positions, else 0: [B, whole]. */
  private static Value run(Ops o, String name, int whole, int length) {
    Value at = o.real(o.apply(new Leaf.Iota(whole))); // [whole]
    Value u = o.uniform(name, Shape.rows(1)); // [B, 1]
    // The largest uniform number below 1 may be rounded up to the number of places.
    Value first = o.min(o.floor(o.mul(u, whole - length + 1)), whole - length); // [B, 1]
    Shape shape = Shape.rows(whole);
    Value from = o.to(first, shape); // [B, whole]
    return o.mul(o.greaterOrEqual(at, from), o.less(at, o.add(from, length))); // [B, whole]
  }
}
