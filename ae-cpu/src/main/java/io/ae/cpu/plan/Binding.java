package io.ae.cpu.plan;

import io.ae.api.AeException;
import io.ae.api.graph.Kind;
import io.ae.cpu.kernel.Copy;
import io.ae.cpu.kernel.GradientFactors;
import io.ae.cpu.kernel.Portions;
import io.ae.cpu.kernel.Publish;
import io.ae.cpu.kernel.Round;
import io.ae.cpu.kernel.SparseRows;
import io.ae.cpu.kernel.Step;
import io.ae.cpu.kernel.StepOps;
import io.ae.cpu.kernel.TimedStep;
import io.ae.cpu.memory.Extent;
import io.ae.cpu.memory.Geometry;
import io.ae.cpu.memory.NativeBlock;
import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.Engine;
import io.ae.cpu.onednn.MatrixProduct;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a shard's steps of a plan: memory bound, kernels chosen. */
public final class Binding {
  /** Words that are copied to other shards at once: 64 KiB, which are still in the cache. */
  private static final int ASIDE = 1 << 14;

  private final Plan plan;
  private final Memory memory;
  private final int shard;
  private final Workbench bench;
  private final long seed;
  private final boolean timed;
  private final List<NativeBlock> scratch = new ArrayList<>();
  private final List<NativeBlock> asides = new ArrayList<>();
  private final @Nullable SparseRows sparse;

  /**
   * @param plan what runs
   * @param memory the session's blocks
   * @param shard which shard
   * @param bench what the shard works with
   * @param seed keys random numbers
   * @param starts where each row's non-zeros start; empty without sparse rows
   * @param timed whether steps measure themselves
   */
  public Binding(
      Plan plan,
      Memory memory,
      int shard,
      Workbench bench,
      long seed,
      int[] starts,
      boolean timed) {
    this.timed = timed;
    this.plan = plan;
    this.memory = memory;
    this.shard = shard;
    this.bench = bench;
    this.seed = seed;
    String name = plan.sparse();
    sparse =
        name == null
            ? null
            : new SparseRows(
                starts,
                memory.slot(
                    new Place.Shared(plan.word(name + ".columns")),
                    Extent.of(plan.type(name + ".columns").shape()),
                    shard),
                geometry());
  }

  /** Returns the steps of each phase. */
  public Step[][] steps() {
    Step[][] steps = new Step[plan.phaseCount()][];
    for (int p = 0; p < steps.length; p++) {
      List<Step> list = new ArrayList<>();
      if (p == 0) {
        for (Node n : plan.inputs()) {
          publish(n, p, list);
        }
      }
      if (p > 0) {
        addUp(plan.phase(p - 1), list);
      }
      items(plan.phase(p), list);
      for (Plan.Move m : plan.moves()) {
        if (m.phase() == p && runsHere(m.mode())) {
          list.add(timed(move(m), "copy " + m.from(), p));
          Place.Rounded copy = m.to().copy();
          if (copy != null) {
            list.add(timed(round(m, copy), "cast " + m.from(), p));
          }
        }
      }
      steps[p] = list.toArray(Step[]::new);
    }
    return steps;
  }

  private void items(List<Item> items, List<Step> list) {
    List<Step> together = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      if (runsHere(item.mode) && !item.takenAlong) {
        List<Step> to = item.portion == null ? list : together;
        to.add(step(item));
        Layer layer = item.layer;
        Item last = layer == null ? item : layer.last();
        for (Node n : last.all()) {
          publish(n, item.phase, to);
        }
      }
      boolean last = i + 1 == items.size() || items.get(i + 1).portion != item.portion;
      if (item.portion != null && last) {
        list.add(new Portions(together, geometry(), item.portion.rows()));
        together.clear();
      }
    }
  }

  /** Adds up what of a phase was cut along what it sums over. */
  private void addUp(List<Item> items, List<Step> list) {
    for (Item item : items) {
      for (Node n : item.all()) {
        if (n.mode == Mode.INNER && n.stored) {
          String what = "add parts of " + n.op.id() + ' ' + n.type.shape();
          list.add(timed(PartsBinding.addUp(this, n), what, n.rowsPhase()));
          publish(n, n.rowsPhase(), list);
        }
      }
    }
  }

  private void publish(Node n, int phase, List<Step> list) {
    if (n.published != null && phase == n.rowsPhase()) {
      Step step = new Publish(slot(n), published(n));
      list.add(timed(step, "publish " + n.op.id() + ' ' + n.type.shape(), phase));
    }
  }

  private Step step(Item item) {
    Layer layer = item.layer;
    PlainDescent descent = item.descent;
    if (layer != null) {
      return timed(LayerBinding.step(this, layer), layer.toString(), item.phase);
    }
    Step step = descent == null ? plain(item) : descent.step(this);
    return timed(step, item.toString(), item.phase);
  }

  /** Returns an item's step without what a layer does at once. */
  Step plain(Item item) {
    return item.chain ? ChainBinding.chain(this, bench.tiles(), item) : step(item.nodes.get(0));
  }

  private Step timed(Step step, String what, int phase) {
    return timed ? new TimedStep(step, what, phase, geometry()) : step;
  }

  private boolean runsHere(Mode mode) {
    return mode != Mode.SOLO || shard == 0;
  }

  private Step move(Plan.Move m) {
    Slot from = slot(m.from());
    Slot to = memory.slot(m.to(), m.from().extent, shard);
    return m.from().type.kind() == Kind.STEP
        ? StepOps.copy(from, to)
        : new Copy(from, to, m.mode() == Mode.SPLIT, bench.tiles().indexScratch());
  }

  /** Returns what lets a variable's copy follow a move to the variable. */
  private Step round(Plan.Move m, Place.Rounded copy) {
    Extent extent = m.from().extent;
    Slot moved = memory.slot(m.to(), extent, shard);
    return new Round(engine(), moved, slot(copy, extent), m.mode() == Mode.SPLIT);
  }

  private Step step(Node n) {
    Step step = KernelBinding.step(this, n);
    if (step == null) {
      throw new AeException(
          "AE-B010", "backend cpu: no kernel for the op '" + n.op.id() + "'. Use the backend java");
    }
    return step;
  }

  Slot slot(Node n) {
    return memory.slot(n, shard);
  }

  /** Returns this shard's rows, or all of them, of a shard's part of a product. */
  Slot part(Node n, int ofShard) {
    return memory.part(n, ofShard, shard);
  }

  /** Returns what a weight gradient is the product of. */
  GradientFactors factors(Node contract) {
    View left = contract.inputs.get(0);
    View right = contract.inputs.get(1);
    return new GradientFactors(
        published(left.node()),
        published(right.node()),
        Extent.of(left.shape().range(0, left.shape().rank() - 1)),
        left.shape().last(),
        right.shape().last());
  }

  /** Returns all shards' rows of a value. */
  Slot published(Node n) {
    return memory.published(n, shard);
  }

  Slot slot(Node n, int ofShard) {
    return memory.slot(n, ofShard);
  }

  Slot slot(Place.Rounded copy, Extent extent) {
    return memory.slot(copy, extent, shard);
  }

  /** Returns a value that all shards see, as the rows of this one. */
  Slot ownRows(Node all, Extent own) {
    return memory.slot(java.util.Objects.requireNonNull(all.place), own, shard);
  }

  int shards() {
    return memory.geometries().size();
  }

  Geometry geometry() {
    return memory.geometries().get(shard);
  }

  /** Returns the elements that stay together where shards split a value. */
  int unit(Extent extent) {
    return plan.blocks().unit(extent.fixed());
  }

  /** Returns room that holds nothing between steps, another one for each number. */
  NativeBlock scratch(int number, int words) {
    if (number == scratch.size()) {
      scratch.add(engine().memory(words));
    } else if (scratch.get(number).words() < words) {
      scratch.set(number, engine().memory(words));
    }
    return scratch.get(number);
  }

  /** Returns room for what goes to other shards in bulk, another one for each number. */
  NativeBlock aside(int number) {
    if (number == asides.size()) {
      asides.add(engine().memory(ASIDE));
    }
    return asides.get(number);
  }

  /** Returns what multiplies factors such as this one, whatever the sizes. */
  MatrixProduct product(Node factor) {
    return factor.bfloat16 ? engine().bfloat16Gemm() : engine().gemm();
  }

  /**
   * Returns what multiplies factors such as this one.
   *
   * @param columns of the result
   * @param rows of the batch that a full run multiplies: it is made for them, and does others
   */
  MatrixProduct product(Node factor, int columns, int rows) {
    return factor.bfloat16 ? engine().bfloat16Gemm() : engine().gemm(columns, rows);
  }

  /** Returns the rows that an item's step sees first in a run of as many as there can be. */
  Geometry full(Item item) {
    Capacity c = plan.layouts().capacity();
    Geometry full = new Geometry(shard);
    full.set(c.active(c.rows()), c.rows(), 0, new int[0]);
    Portion portion = item.portion;
    if (portion != null) {
      full.portion(0, Math.min(portion.rows(), full.rows()));
    }
    return full;
  }

  Engine engine() {
    return bench.engine();
  }

  long seed() {
    return seed;
  }

  Tiles tiles() {
    return bench.tiles();
  }

  SparseRows sparse() {
    return java.util.Objects.requireNonNull(sparse);
  }

  int maxRows() {
    return plan.layouts().capacity().rows();
  }

  /**
   * Returns the most images of which a node that is no part of a chain is computed at once.
   *
   * @param planes all of them
   * @param elements of one
   */
  int images(Node n, Slot planes, int elements) {
    Capacity c = plan.layouts().capacity();
    Portion portion = java.util.Objects.requireNonNull(n.item).portion;
    int rows = portion == null ? c.shardRows() : portion.rows();
    return Math.toIntExact(
        planes.extent().capacity(rows, c.rows(), c.nonZeros()) / Math.max(1, elements));
  }

  /** Returns the most elements a shard holds of a value. */
  int capacity(Extent extent) {
    Capacity c = plan.layouts().capacity();
    return Math.toIntExact(Math.max(1, extent.capacity(c.shardRows(), c.rows(), c.nonZeros())));
  }
}
