package io.ae.cpu.plan;

import io.ae.api.graph.Binary;
import io.ae.api.graph.Elementwise;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Layout;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Unary;
import io.ae.api.graph.Update;
import io.ae.cpu.kernel.Chain;
import io.ae.cpu.kernel.IndexOps;
import io.ae.cpu.kernel.Loads;
import io.ae.cpu.kernel.RealOps;
import io.ae.cpu.kernel.Spread;
import io.ae.cpu.kernel.SpreadIndex;
import io.ae.cpu.kernel.Step;
import io.ae.cpu.kernel.TileOp;
import io.ae.cpu.kernel.UpdateOps;
import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.Engine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Makes chains of fused elementwise nodes: which tile each value is in, and the instructions. */
final class ChainBinding {
  private final Binding binding;
  private final Engine engine;
  private final Tiles tiles = new Tiles();

  ChainBinding(Binding binding, Engine engine) {
    this.binding = binding;
    this.engine = engine;
  }

  Step chain(Item item) {
    return new Building(item).chain();
  }

  /** How a value stands in the chain: as it is, or spread from a shape over another. */
  private record Key(Node node, Shape from, Shape to) {}

  private final class Building {
    private final Item item;
    private final List<TileOp> ops = new ArrayList<>();
    private final List<TileOp> last = new ArrayList<>();
    private final Map<Node, float[]> reals = new IdentityHashMap<>();
    private final Map<Node, int[]> ints = new IdentityHashMap<>();
    private final Map<Key, float[]> spreadReals = new HashMap<>();
    private final Map<Key, int[]> spreadInts = new HashMap<>();

    Building(Item item) {
      this.item = item;
    }

    Chain chain() {
      tiles.start();
      for (Node n : item.nodes) {
        compute(n);
        if (n.stored) {
          // What changes the state is stored when the whole tile has read it.
          List<TileOp> when = n.place instanceof Place.State ? last : ops;
          Slot slot = binding.slot(n);
          when.add(
              n.type.kind() == Kind.INDEX
                  ? Loads.store(slot, ints.get(n))
                  : Loads.store(slot, reals.get(n)));
        }
      }
      ops.addAll(last);
      boolean split = item.mode == Mode.SPLIT;
      return new Chain(
          ops.toArray(TileOp[]::new), item.nodes.get(0).extent, binding.geometry(), split);
    }

    private void compute(Node n) {
      if (n.type.kind() == Kind.INDEX) {
        ints.put(n, index(n));
        return;
      }
      if (n.broadcast()) {
        reals.put(n, spread(n));
        return;
      }
      List<float[]> in = new ArrayList<>();
      if (!ofIndices(n) && !n.join) {
        n.inputs.stream().filter(v -> !side(n, v)).forEach(v -> in.add(real(v)));
      }
      float[] y = tiles.real();
      ops.add(instruction(n, in, y));
      reals.put(n, y);
    }

    private boolean side(Node n, View v) {
      return n.op instanceof Update.Adam && n.inputs.indexOf(v) >= 3;
    }

    private boolean ofIndices(Node n) {
      return !n.join && n.inputs.get(0).node().type.kind() == Kind.INDEX;
    }

    private TileOp instruction(Node n, List<float[]> in, float[] y) {
      if (n.join) {
        return join(n, y);
      }
      if (ofIndices(n)) {
        int[] a = integer(n.inputs.get(0));
        return n.op instanceof Binary b
            ? IndexOps.compare(b, a, integer(n.inputs.get(1)), y)
            : IndexOps.real(a, y);
      }
      if (n.op instanceof Unary u) {
        return RealOps.unary(u, engine, in.get(0), y);
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

    private TileOp join(Node n, float[] y) {
      Slot[] parts = new Slot[binding.shards()];
      for (int s = 0; s < parts.length; s++) {
        parts[s] = binding.slot(n.inputs.get(0).node(), s);
      }
      return new Loads.Join(parts, n.op instanceof Layout.MaxTo, y, tiles.real());
    }

    private int[] index(Node n) {
      if (n.broadcast()) {
        return spreadIndex(n);
      }
      int[] y = tiles.index();
      if (n.op instanceof Elementwise.Cast) {
        ops.add(IndexOps.index(real(n.inputs.get(0)), y));
      } else {
        ops.add(
            IndexOps.arithmetic(
                (Binary) n.op, integer(n.inputs.get(0)), integer(n.inputs.get(1)), y));
      }
      return y;
    }

    /** Returns the tile of an operand, loading it where it is first needed. */
    private float[] real(View v) {
      Node n = v.node();
      if (reals.containsKey(n)) {
        return reals.get(n);
      }
      if (n.broadcast() && n.item != item) {
        return spread(n);
      }
      float[] tile = tiles.real();
      ops.add(Loads.real(binding.slot(n), tile));
      reals.put(n, tile);
      return tile;
    }

    private int[] integer(View v) {
      Node n = v.node();
      if (ints.containsKey(n)) {
        return ints.get(n);
      }
      if (n.broadcast() && n.item != item) {
        return spreadIndex(n);
      }
      int[] tile = tiles.index();
      ops.add(Loads.index(binding.slot(n), tile));
      ints.put(n, tile);
      return tile;
    }

    private float[] spread(Node broadcast) {
      View small = broadcast.inputs.get(0);
      Key key = new Key(small.node(), small.shape(), broadcast.type.shape());
      return spreadReals.computeIfAbsent(
          key,
          k -> {
            Slot slot = binding.slot(small.node());
            float[] tile;
            if (scalar(small)) {
              // Its own tile: it is filled once and must keep what it holds.
              tile = new float[Step.TILE];
              ops.add(new Loads.RealScalar(slot, tile));
            } else {
              tile = tiles.real();
              int capacity = binding.capacity(small.node().extent);
              ops.add(new Spread(slot, small.shape(), broadcast.type.shape(), capacity, tile));
            }
            return tile;
          });
    }

    private int[] spreadIndex(Node broadcast) {
      View small = broadcast.inputs.get(0);
      Key key = new Key(small.node(), small.shape(), broadcast.type.shape());
      return spreadInts.computeIfAbsent(
          key,
          k -> {
            Slot slot = binding.slot(small.node());
            int[] tile;
            if (scalar(small)) {
              tile = new int[Step.TILE];
              ops.add(new Loads.IndexScalar(slot, tile));
            } else {
              tile = tiles.index();
              int capacity = binding.capacity(small.node().extent);
              ops.add(new SpreadIndex(slot, small.shape(), broadcast.type.shape(), capacity, tile));
            }
            return tile;
          });
    }

    private boolean scalar(View v) {
      return v.node().extent.fixed() == 1 && !v.node().extent.cut() && v.node().extent.all() == 0;
    }
  }
}
