package io.ae.cpu.plan;

import io.ae.api.graph.Binary;
import io.ae.api.graph.Elementwise;
import io.ae.api.graph.Layout;
import io.ae.api.graph.Unary;
import io.ae.api.graph.Update;
import io.ae.cpu.kernel.BlockUpdate;
import io.ae.cpu.kernel.Chain;
import io.ae.cpu.kernel.IndexOps;
import io.ae.cpu.kernel.Loads;
import io.ae.cpu.kernel.RealOps;
import io.ae.cpu.kernel.ScalarOps;
import io.ae.cpu.kernel.Spread;
import io.ae.cpu.kernel.SpreadIndex;
import io.ae.cpu.kernel.Step;
import io.ae.cpu.kernel.TileOp;
import io.ae.cpu.kernel.UpdateOps;
import io.ae.cpu.kernel.WeightGradient;
import io.ae.cpu.memory.Extent;
import io.ae.cpu.memory.Slot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one chain of fused elementwise nodes: its loads, instructions and stores. */
final class ChainBinding {
  private final Binding binding;
  private final Tiles tiles;
  private final Item item;
  private final Registers registers;
  private final List<TileOp> ops = new ArrayList<>();
  private final List<TileOp> last = new ArrayList<>();
  private final List<WeightGradient> gradients = new ArrayList<>();

  private ChainBinding(Binding binding, Tiles tiles, Item item) {
    this.binding = binding;
    this.tiles = tiles;
    this.item = item;
    this.registers = new Registers(item, tiles);
  }

  static Step chain(Binding binding, Tiles tiles, Item item) {
    return new ChainBinding(binding, tiles, item).chain();
  }

  private Step chain() {
    for (int i = 0; i < item.nodes.size(); i++) {
      Node n = item.nodes.get(i);
      Registers.Key y = new Registers.Key.Whole(n);
      if (Registers.ofIndices(n)) {
        index(n, y);
      } else {
        real(n, y);
      }
      if (n.stored) {
        // What changes the state is stored when the whole tile has been read.
        List<TileOp> when = n.place instanceof Place.State ? last : ops;
        Slot slot = binding.slot(n);
        when.add(
            Registers.ofIndices(n)
                ? Loads.store(slot, registers.index(y))
                : Loads.store(slot, registers.real(y)));
      }
      registers.release(i);
    }
    registers.releaseAll();
    ops.addAll(last);
    Extent extent = item.nodes.get(0).extent;
    int unit = item.mode == Mode.SPLIT ? binding.unit(extent) : 0;
    Chain chain = new Chain(ops.toArray(TileOp[]::new), extent, binding.geometry(), unit);
    return gradients.isEmpty()
        ? chain
        : new BlockUpdate(
            chain,
            gradients.toArray(WeightGradient[]::new),
            BlockUpdate.block(unit, extent.fixed()));
  }

  /** Returns what computes a weight gradient block by block and gives its tiles. */
  private WeightGradient gradient(Node contract, float[] tile) {
    View left = contract.inputs.get(0);
    View right = contract.inputs.get(1);
    int unit = binding.unit(contract.extent);
    WeightGradient gradient =
        new WeightGradient(
            binding.engine().gemm(),
            binding.slot(left.node()),
            binding.slot(right.node()),
            Extent.of(left.shape().range(0, left.shape().rank() - 1)),
            left.shape().last(),
            right.shape().last(),
            binding.scratch(gradients.size(), BlockUpdate.block(unit, contract.extent.fixed())),
            tile);
    gradients.add(gradient);
    return gradient;
  }

  private void real(Node n, Registers.Key y) {
    if (n.broadcast()) {
      spread(n.inputs.get(0), n, y);
      return;
    }
    if (n.join && n.inputs.get(0).node().mode == Mode.BLOCK) {
      ops.add(gradient(n.inputs.get(0).node(), registers.real(y)));
      return;
    }
    if (n.join) {
      Slot[] parts = new Slot[binding.shards()];
      for (int s = 0; s < parts.length; s++) {
        parts[s] = binding.slot(n.inputs.get(0).node(), s);
      }
      boolean largest = n.op instanceof Layout.MaxTo;
      ops.add(new Loads.Join(parts, largest, registers.real(y), tiles.scratch()));
      return;
    }
    if (Registers.ofIndices(n.inputs.get(0).node())) {
      int[] a = index(n.inputs.get(0));
      ops.add(
          n.op instanceof Binary b
              ? IndexOps.compare(b, a, index(n.inputs.get(1)), registers.real(y))
              : IndexOps.real(a, registers.real(y)));
      return;
    }
    TileOp withScalar = n.op instanceof Binary b ? withScalar(b, n, y) : null;
    if (withScalar != null) {
      ops.add(withScalar);
      return;
    }
    List<float[]> in = new ArrayList<>();
    int tilesRead = n.op instanceof Update.Adam ? 3 : n.inputs.size();
    for (View v : n.inputs.subList(0, tilesRead)) {
      in.add(real(v));
    }
    ops.add(instruction(n, in, registers.real(y)));
  }

  /** Returns an instruction with one scalar beside the tile, where there is such. */
  private @Nullable TileOp withScalar(Binary op, Node n, Registers.Key y) {
    for (int side = 1; side >= 0; side--) {
      View v = n.inputs.get(side);
      if (registers.key(v) instanceof Registers.Key.Spread s
          && scalar(s.node())
          && !registers.has(s)
          && ScalarOps.has(op)) {
        float[] other = real(n.inputs.get(1 - side));
        return new ScalarOps(op, side == 1, binding.slot(s.node()), other, registers.real(y));
      }
    }
    return null;
  }

  private TileOp instruction(Node n, List<float[]> in, float[] y) {
    if (n.op instanceof Unary u) {
      return RealOps.unary(u, binding.engine(), in.get(0), y);
    }
    if (n.op instanceof Binary b) {
      return RealOps.binary(b, in.get(0), in.get(1), y);
    }
    if (n.op instanceof Elementwise.Where) {
      return RealOps.where(in.get(0), in.get(1), in.get(2), y);
    }
    if (n.op instanceof Update.Moment m) {
      return UpdateOps.moment(m, in.get(0), in.get(1), y);
    }
    if (n.op instanceof Update.SquareMoment m) {
      return UpdateOps.squareMoment(m, in.get(0), in.get(1), y);
    }
    if (n.op instanceof Update.Adam a) {
      Slot t = binding.slot(n.inputs.get(3).node());
      Slot rate = binding.slot(n.inputs.get(4).node());
      return new UpdateOps.Adam(a, t, rate, in.get(0), in.get(1), in.get(2), y);
    }
    throw new IllegalStateException("no instruction for " + n);
  }

  private void index(Node n, Registers.Key y) {
    if (n.broadcast()) {
      spread(n.inputs.get(0), n, y);
    } else if (n.op instanceof Elementwise.Cast) {
      ops.add(IndexOps.index(real(n.inputs.get(0)), registers.index(y)));
    } else {
      int[] a = index(n.inputs.get(0));
      int[] b = index(n.inputs.get(1));
      ops.add(IndexOps.arithmetic((Binary) n.op, a, b, registers.index(y)));
    }
  }

  /** Returns the tile of a real operand, loading it where it is first read. */
  private float[] real(View v) {
    Registers.Key key = registers.key(v);
    if (!registers.has(key)) {
      if (key instanceof Registers.Key.Spread) {
        spread(v.node().inputs.get(0), v.node(), key);
      } else {
        ops.add(Loads.real(binding.slot(v.node()), registers.real(key)));
      }
    }
    return registers.real(key);
  }

  private int[] index(View v) {
    Registers.Key key = registers.key(v);
    if (!registers.has(key)) {
      if (key instanceof Registers.Key.Spread) {
        spread(v.node().inputs.get(0), v.node(), key);
      } else {
        ops.add(Loads.index(binding.slot(v.node()), registers.index(key)));
      }
    }
    return registers.index(key);
  }

  private void spread(View small, Node broadcast, Registers.Key key) {
    Slot slot = binding.slot(small.node());
    boolean indices = Registers.ofIndices(broadcast);
    if (scalar(small.node())) {
      ops.add(
          indices
              ? new Loads.IndexScalar(slot, registers.index(key))
              : new Loads.RealScalar(slot, registers.real(key)));
      return;
    }
    int capacity = binding.capacity(small.node().extent);
    ops.add(
        indices
            ? new SpreadIndex(
                slot, small.shape(), broadcast.type.shape(), capacity, registers.index(key))
            : new Spread(
                slot, small.shape(), broadcast.type.shape(), capacity, registers.real(key)));
  }

  private static boolean scalar(Node n) {
    return n.extent.fixed() == 1 && !n.extent.cut() && n.extent.all() == 0;
  }
}
