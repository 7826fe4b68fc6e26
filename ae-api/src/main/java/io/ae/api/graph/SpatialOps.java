package io.ae.api.graph;

/** Planes {@code [rows…, C, Y, X]}. */
public sealed interface SpatialOps extends Tracing permits Ops {
  /** Cross-correlation with {@code w [O, C, kY, kX]}. */
  default Value conv2d(Operand x, Operand w, Window window) {
    return apply(new Spatial.Conv2d(window), x, w);
  }

  /**
   * Transposed convolution to planes of a given size, with {@code w [O, C, kY, kX]}: O in, C out.
   */
  default Value convTranspose2d(Operand x, Operand w, Window window, int outY, int outX) {
    return apply(new Spatial.ConvTranspose2d(window, outY, outX), x, w);
  }

  /**
   * The result of {@link #maxPool}.
   *
   * @param values the largest of each window, {@code [rows…, C, Y', X']}
   * @param switches where they lie in their planes, as index of the same shape
   */
  record Pooled(Value values, Value switches) {}

  /** The largest of each window, and where it lies. */
  default Pooled maxPool(Operand x, Window window) {
    Value switches = apply(new Spatial.PoolSwitches(window), x);
    return new Pooled(apply(new Spatial.PickAt(), x, switches), switches);
  }

  /** Puts values back where their switches say, zeros elsewhere. */
  default Value maxUnpool(Operand x, Operand switches, int outY, int outX) {
    return apply(new Spatial.MaxUnpool(outY, outX), x, switches);
  }

  /** Means of tiles of {@code tileY} rows and {@code tileX} columns. */
  default Value averagePool(Operand x, int tileY, int tileX) {
    return apply(new Spatial.AveragePool(tileY, tileX), x);
  }

  /** Nearest-neighbour enlargement by whole factors. */
  default Value upsample(Operand x, int factorY, int factorX) {
    return apply(new Spatial.Upsample(factorY, factorX), x);
  }
}
