package io.ae.cpu.plan;

import io.ae.cpu.kernel.ColumnChain;
import io.ae.cpu.kernel.ColumnLoads;
import io.ae.cpu.kernel.ColumnSums;
import io.ae.cpu.kernel.Columns;
import io.ae.cpu.kernel.RowSums;
import io.ae.cpu.kernel.Step;
import io.ae.cpu.kernel.TileOp;
import io.ae.cpu.memory.Slot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a chain does otherwise where shards compute its columns of all rows. */
record ColumnBinding(Binding binding, Columns columns) {
  /** Returns it for a chain, or null if the chain is not cut by columns. */
  static @Nullable ColumnBinding of(Binding binding, Item item) {
    return item.mode == Mode.COLUMNS
        ? new ColumnBinding(
            binding, new Columns(binding.geometry(), item.nodes.get(0).extent.fixed()))
        : null;
  }

  Step chain(List<TileOp> ops) {
    return new ColumnChain(ops.toArray(TileOp[]::new), columns);
  }

  TileOp load(Node n, float[] tile) {
    return ColumnLoads.load(binding.slot(n), columns, tile);
  }

  TileOp store(Node n, float[] tile) {
    return ColumnLoads.store(binding.slot(n), columns, tile);
  }

  TileOp vector(Slot slot, float[] tile, boolean repeats) {
    return new ColumnLoads.Vector(slot, columns, tile, repeats);
  }

  TileOp fold(Node n, float[] tile) {
    return n.mode == Mode.INNER
        ? new RowSums(tile, PartsBinding.own(binding, n), columns)
        : new ColumnSums(tile, binding.slot(n), columns);
  }
}
