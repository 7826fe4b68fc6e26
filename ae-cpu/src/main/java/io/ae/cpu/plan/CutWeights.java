package io.ae.cpu.plan;

import io.ae.api.graph.Product.MatMul;
import io.ae.cpu.memory.Extent;

/**
 * Products of which shards cut the weights, between their rows as the update does, at the price of
 * two barriers: so no shard reads weights that another one writes. With few rows a shard's part of
 * the product would be little work beside reading and packing all of the weights. With tall weights
 * what is as long as they are tall stays in columns, and only what is as short as they are wide
 * crosses to other shards.
 */
public final class CutWeights {
  /** Weights that are worth two barriers. */
  private static final int LEAST_WEIGHTS = 1 << 18;

  /** With fewer, what shards hand each other of a row's values is more than they save. */
  private static final long WEIGHTS_PER_ROW = 1L << 12;

  /** Rows of the weights that leave each shard products as quick as large ones. */
  private static final int LEAST_CUT = 128;

  /** Tall weights that are worth two barriers. */
  private static final int LEAST_TALL = 1 << 15;

  /** Rows for each column of tall weights. */
  private static final int TALL = 4;

  private CutWeights() {}

  /** Whether weights of so many rows and columns are tall. */
  public static boolean tall(int rows, int columns) {
    return rows >= TALL * columns && (long) rows * columns >= LEAST_TALL;
  }

  /** Returns how shards cut a value that is cut by rows if they do not cut weights. */
  static Mode mode(Node n, Uses uses, Capacity capacity) {
    if (!(n.op instanceof MatMul product) || n.extent.lead() != Extent.Lead.ROWS) {
      return Mode.ROW;
    }
    Node weights = n.inputs.get(1).node();
    int inner = n.inputs.get(0).shape().last();
    int cut = product.transposed() ? n.extent.fixed() : inner;
    int shards = capacity.active(capacity.rows());
    boolean cuts =
        shards > 1
            && n.type.shape().rank() == 2
            && n.extent.all() == 0
            && !weights.extent.cut()
            && weights.extent.all() == 0
            && cut >= shards * LEAST_CUT
            && (large(weights, capacity) || tall(weights, cut, uses));
    return !cuts ? Mode.ROW : product.transposed() ? Mode.COLUMNS : Mode.INNER;
  }

  private static boolean large(Node weights, Capacity capacity) {
    return weights.extent.fixed() >= Math.max(LEAST_WEIGHTS, WEIGHTS_PER_ROW * capacity.rows());
  }

  private static boolean tall(Node weights, int rows, Uses uses) {
    return tall(rows, weights.extent.fixed() / rows) && !weights.bfloat16 && uses.updated(weights);
  }
}
