package io.ae.cpu.plan;

import io.ae.api.graph.Leaf;
import io.ae.cpu.memory.Extent;
import io.ae.cpu.memory.Geometry;
import io.ae.cpu.memory.NativeBlock;
import io.ae.cpu.memory.Slot;
import java.util.List;

/**
 * The blocks of a session.
 *
 * @param state the model's state
 * @param rounded the bfloat16 copies of variables
 * @param shared what all shards see
 * @param locals each shard's own
 * @param geometries each shard's rows
 */
public record Memory(
    NativeBlock state,
    NativeBlock rounded,
    NativeBlock shared,
    List<NativeBlock> locals,
    List<Geometry> geometries) {

  /** Returns where a shard finds a node's value. */
  Slot slot(Node n, int shard) {
    return slot(java.util.Objects.requireNonNull(n.place), n.extent, shard, n.bytes());
  }

  /** Returns where a shard finds all shards' rows of a node's value, or its own among them. */
  Slot published(Node n, int shard) {
    Place place = n.published == null ? java.util.Objects.requireNonNull(n.place) : n.published;
    return slot(place, n.extent, shard, n.bytes());
  }

  /** Returns where a shard finds its rows, or all of them, of another shard's part of a product. */
  Slot part(Node n, int ofShard, int shard) {
    int word = java.util.Objects.requireNonNull(n.part).word();
    return new Slot(locals.get(ofShard), word, n.extent, geometries.get(shard), true, Float.BYTES);
  }

  /** Returns where a shard finds the bfloat16 copy of a variable. */
  Slot slot(Place.Rounded copy, Extent extent, int shard) {
    return slot(copy, extent, shard, Short.BYTES);
  }

  Slot slot(Place place, Extent extent, int shard) {
    return slot(place, extent, shard, Float.BYTES);
  }

  private Slot slot(Place place, Extent extent, int shard, int bytes) {
    Geometry g = geometries.get(shard);
    if (place instanceof Place.Local l) {
      return new Slot(locals.get(shard), l.word(), extent, g, false, bytes);
    }
    if (place instanceof Place.Shared s) {
      return new Slot(shared, s.word(), extent, g, true, bytes);
    }
    if (place instanceof Place.Rounded r) {
      return new Slot(rounded, r.word(), extent, g, true, bytes);
    }
    return new Slot(state, ((Place.State) place).word(), extent, g, true, bytes);
  }

  /** Writes the values of constants. */
  public void writeConstants(Plan plan) {
    for (Node n : plan.layouts().constants()) {
      Slot slot = slot(n, 0);
      if (n.op instanceof Leaf.Literal literal) {
        literal(slot, literal);
      } else if (n.op instanceof Leaf.Iota iota) {
        int[] indices = new int[iota.size()];
        java.util.Arrays.setAll(indices, i -> i);
        slot.store(0, indices, indices.length);
      }
    }
  }

  private static void literal(Slot slot, Leaf.Literal literal) {
    switch (literal.kind()) {
      case STEP -> slot.step((long) literal.value());
      case INDEX -> slot.store(0, new int[] {(int) literal.value()}, 1);
      default -> slot.store(0, new float[] {(float) literal.value()}, 1);
    }
  }

  /** Writes the number of rows of the whole batch where the plan reads it. */
  public void writeRowCount(int[] words, float[] one) {
    for (int word : words) {
      shared.floats().put(word, one, 0, 1);
    }
  }

  /** Returns the words where the plan reads the number of rows. */
  public static int[] rowCountWords(Plan plan) {
    return plan.layouts().constants().stream()
        .filter(n -> n.op instanceof Leaf.RowCount)
        .mapToInt(n -> ((Place.Shared) java.util.Objects.requireNonNull(n.place)).word())
        .toArray();
  }
}
