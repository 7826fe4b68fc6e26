package io.ae.cpu.plan;

import io.ae.api.graph.Binary;
import io.ae.api.graph.Elementwise;
import io.ae.api.graph.Layout;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Unary;
import io.ae.api.graph.Update;
import io.ae.cpu.kernel.BlockUpdate;
import io.ae.cpu.kernel.BulkStore;
import io.ae.cpu.kernel.Chain;
import io.ae.cpu.kernel.Cut;
import io.ae.cpu.kernel.GradientFactors;
import io.ae.cpu.kernel.IndexOps;
import io.ae.cpu.kernel.Loads;
import io.ae.cpu.kernel.RealOps;
import io.ae.cpu.kernel.RoundedCopy;
import io.ae.cpu.kernel.Spread;
import io.ae.cpu.kernel.SpreadIndex;
import io.ae.cpu.kernel.Step;
import io.ae.cpu.kernel.TileOp;
import io.ae.cpu.kernel.WeightGradient;
import io.ae.cpu.memory.Extent;
import io.ae.cpu.memory.HeapVariable;
import io.ae.cpu.memory.NativeBlock;
import io.ae.cpu.memory.Slot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Makes one chain of fused elementwise nodes: its loads, instructions and stores. */
final class ChainBinding {
  private final Binding binding;
  private final Tiles tiles;
  private final Item item;
  private final Registers registers;
  private final List<TileOp> ops = new ArrayList<>();
  private final Set<Registers.Key> loaded = new HashSet<>();
  private final List<TileOp> last = new ArrayList<>();
  private int asides;
  private final List<WeightGradient> gradients = new ArrayList<>();

  /** What is otherwise by columns; null if the chain is not cut by columns. */
  private final @Nullable ColumnBinding columns;

  private ChainBinding(Binding binding, Tiles tiles, Item item) {
    this.binding = binding;
    this.tiles = tiles;
    this.item = item;
    this.registers = new Registers(item, tiles);
    this.columns = ColumnBinding.of(binding, item);
  }

  static Step chain(Binding binding, Tiles tiles, Item item) {
    return new ChainBinding(binding, tiles, item).chain();
  }

  private Step chain() {
    List<Segment> segments = registers.segments();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      if (segment.loop()) {
        loop(segment, i);
      } else {
        alone(segment.nodes().get(0));
      }
      segment.nodes().forEach(this::store);
      registers.release(i);
    }
    registers.releaseAll();
    ops.addAll(last);
    if (columns != null) {
      return columns.chain(ops);
    }
    Extent extent = item.nodes.get(0).extent;
    int unit = item.mode == Mode.SPLIT ? binding.unit(extent) : 0;
    Cut cut = new Cut(extent, binding.geometry(), unit);
    Chain chain = new Chain(ops.toArray(TileOp[]::new), cut, registers.tile());
    return gradients.isEmpty()
        ? chain
        : new BlockUpdate(
            chain,
            gradients.toArray(WeightGradient[]::new),
            BlockUpdate.block(unit, extent.fixed()));
  }

  /** Returns what computes a weight gradient block by block and gives its tiles. */
  private WeightGradient gradient(Node contract, float[] tile) {
    GradientFactors factors = binding.factors(contract);
    int unit = binding.unit(contract.extent);
    int rows = factors.rows().total(binding.full(item));
    WeightGradient gradient =
        new WeightGradient(
            binding.product(contract.inputs.get(0).node(), factors.width(), rows),
            factors,
            binding.scratch(gradients.size(), BlockUpdate.block(unit, contract.extent.fixed())),
            tile);
    gradients.add(gradient);
    return gradient;
  }

  /** One pass for many nodes; results go to the tiles of operands that nothing else reads. */
  private void loop(Segment segment, int number) {
    LoopBinding loop = new LoopBinding(binding);
    for (Node n : segment.nodes()) {
      List<Registers.Key> inputs = new ArrayList<>();
      for (View v : n.inputs.subList(0, tilesRead(n))) {
        Registers.Key key = registers.key(v);
        inputs.add(key);
        if (!loop.has(key)) {
          if (key instanceof Registers.Key.Spread s && s.scalar()) {
            loop.scalar(key, binding.slot(s.node()));
          } else {
            loop.tile(key, real(v));
            loop.heap(registers.heap(key), registers.real(key));
          }
        }
      }
      loop.add(n, inputs);
    }
    registers.release(number);
    for (Node n : segment.nodes()) {
      Registers.Key key = new Registers.Key.Whole(n);
      if (n.stored || registers.readAfter(key, number)) {
        loop.write(key, registers.real(key));
        loop.heap(registers.heap(key), registers.real(key));
      }
    }
    ops.add(loop.finish());
  }

  private static int tilesRead(Node n) {
    return n.op instanceof Update.Adam ? 3 : n.inputs.size();
  }

  private void alone(Node n) {
    if (n.fold()) {
      float[] tile = real(n.inputs.get(0));
      ops.add(
          columns == null
              ? KernelBinding.fold(binding, n, tile, registers.tile())
              : columns.fold(n, tile));
      return;
    }
    Registers.Key y = new Registers.Key.Whole(n);
    if (Registers.ofIndices(n)) {
      index(n, y);
    } else {
      real(n, y);
    }
  }

  private void store(Node n) {
    Registers.Key y = new Registers.Key.Whole(n);
    loaded.add(y);
    if (!n.stored || n.fold()) {
      return;
    }
    // What changes the state is stored when the whole tile has been read.
    List<TileOp> when = n.place instanceof Place.State ? last : ops;
    Place.Rounded copy = Objects.requireNonNull(n.place).copy();
    if (!(n.place instanceof Place.Heap)) {
      when.add(store(n, y, copy == null));
    }
    if (copy != null) {
      Slot rounded = binding.slot(copy, n.extent);
      NativeBlock aside = binding.aside(asides++);
      when.add(new RoundedCopy(binding.engine(), tile(y), rounded, aside, binding.aside(asides++)));
    }
  }

  /**
   * Returns what stores a value.
   *
   * @param read whether products read it there
   */
  private TileOp store(Node n, Registers.Key y, boolean read) {
    if (columns != null) {
      return columns.store(n, registers.real(y));
    }
    Slot slot = binding.slot(n);
    if (Registers.ofIndices(n)) {
      return Loads.store(slot, registers.index(y));
    }
    boolean crosses = n.crosses && n.place instanceof Place.State && binding.shards() > 1;
    return read && crosses
        ? new BulkStore(slot, tile(y), binding.aside(asides++))
        : Loads.store(slot, tile(y));
  }

  /** Returns the tile of a result, by its first element. */
  private IntFunction<float[]> tile(Registers.Key y) {
    HeapVariable variable = registers.heap(y);
    float[] tile = registers.real(y);
    return variable == null ? from -> tile : variable::tile;
  }

  private void real(Node n, Registers.Key y) {
    if (n.broadcast()) {
      spread(n.inputs.get(0), n, y);
      return;
    }
    if (n.gradient()) {
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
    List<float[]> in = n.inputs.stream().map(this::real).toList();
    ops.add(instruction(n, in, registers.real(y)));
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
    if (loaded.add(key) && registers.heap(key) == null) {
      if (key instanceof Registers.Key.Spread) {
        spread(v.node().inputs.get(0), v.node(), key);
      } else {
        float[] tile = registers.real(key);
        ops.add(
            columns == null
                ? PartsBinding.load(binding, v.node(), tile)
                : columns.load(v.node(), tile));
      }
    }
    return registers.real(key);
  }

  private int[] index(View v) {
    Registers.Key key = registers.key(v);
    if (loaded.add(key)) {
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
    boolean repeats = registers.repeats(key);
    if (new Registers.Key.Spread(small.node(), small.shape(), broadcast.type.shape()).scalar()) {
      ops.add(
          indices
              ? new Loads.IndexScalar(slot, registers.index(key), repeats)
              : new Loads.RealScalar(slot, registers.real(key), repeats));
      return;
    }
    if (columns != null) {
      ops.add(columns.vector(slot, registers.real(key), repeats));
      return;
    }
    int capacity = binding.capacity(small.node().extent);
    Shape from = small.shape();
    Shape to = broadcast.type.shape();
    ops.add(
        indices
            ? new SpreadIndex(slot, from, to, capacity, registers.index(key), repeats)
            : new Spread(slot, from, to, capacity, registers.real(key), repeats));
  }
}
