package io.ae.cpu.plan;

import io.ae.api.graph.Product.MatMul;
import io.ae.cpu.memory.Extent;

/**
 * Products of so few rows that a shard's part of them is little work beside reading and packing the
 * weights, which each shard would do in full: there shards cut the weights, between their rows as
 * the update does, at the price of two barriers. So no shard reads weights that another one writes.
 */
final class FewRows {
  /** Weights that are worth two barriers. */
  private static final int LEAST_WEIGHTS = 1 << 18;

  /** With fewer, what shards hand each other of a row's values is more than they save. */
  private static final long WEIGHTS_PER_ROW = 1L << 12;

  /** Rows of the weights that leave each shard products as quick as large ones. */
  private static final int LEAST_CUT = 128;

  private FewRows() {}

  /** Returns how shards cut a value that is cut by rows if they do not cut weights. */
  static Mode mode(Node n, Capacity capacity) {
    if (!(n.op instanceof MatMul product) || n.extent.lead() != Extent.Lead.ROWS) {
      return Mode.ROW;
    }
    View left = n.inputs.get(0);
    Node weights = n.inputs.get(1).node();
    int shards = capacity.active(capacity.rows());
    int cut = product.transposed() ? n.extent.fixed() : left.shape().last();
    boolean few =
        shards > 1
            && n.type.shape().rank() == 2
            && n.extent.all() == 0
            && !weights.extent.cut()
            && weights.extent.all() == 0
            && weights.extent.fixed() >= Math.max(LEAST_WEIGHTS, WEIGHTS_PER_ROW * capacity.rows())
            && cut >= shards * LEAST_CUT;
    return !few ? Mode.ROW : product.transposed() ? Mode.COLUMNS : Mode.INNER;
  }
}
