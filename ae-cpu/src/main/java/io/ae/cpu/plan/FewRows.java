package io.ae.cpu.plan;

import io.ae.api.graph.Product.MatMul;
import io.ae.cpu.memory.Extent;

/**
 * Products of so few rows that a shard's part of them is little work beside reading and packing the
 * weights, which each shard would do in full: there shards cut the columns, and with them the
 * weights, at the price of two barriers.
 */
final class FewRows {
  /** With more rows, packing the weights twice costs less than the narrower products lose. */
  private static final int MOST_ROWS = 64;

  /** Weights that are worth two barriers. */
  private static final int LEAST_WEIGHTS = 1 << 18;

  /** Columns that leave each shard products as quick as wide ones. */
  private static final int LEAST_COLUMNS = 128;

  private FewRows() {}

  /** Returns whether shards cut the columns of a node rather than its rows. */
  static boolean byColumns(Node n, Capacity capacity) {
    if (!(n.op instanceof MatMul) || n.extent.lead() != Extent.Lead.ROWS) {
      return false;
    }
    Node weights = n.inputs.get(1).node();
    int shards = capacity.active(capacity.rows());
    return shards > 1
        && capacity.rows() <= MOST_ROWS
        && n.type.shape().rank() == 2
        && n.extent.all() == 0
        && !weights.bfloat16
        && !weights.extent.cut()
        && weights.extent.all() == 0
        && weights.extent.fixed() >= LEAST_WEIGHTS
        && n.extent.fixed() >= shards * LEAST_COLUMNS;
  }
}
