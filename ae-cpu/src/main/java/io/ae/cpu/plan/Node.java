package io.ae.cpu.plan;

import io.ae.api.graph.Elementwise;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Layout;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Op;
import io.ae.api.graph.Type;
import io.ae.api.graph.Update;
import io.ae.cpu.memory.Extent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One computation of a plan. The planning passes fill in mode, phase, item and place. */
final class Node {
  final Op op;
  final boolean join;
  final List<View> inputs;
  final Type type;
  final Extent extent;

  Mode mode = Mode.LEAF;
  int phase;
  boolean commit;
  boolean stored;

  /** Whether all of its rows are kept: they lie one after another in memory that shards share. */
  boolean gathered;

  /** Whether other shards read it, so that it goes to where they do in bulk. */
  boolean crosses;

  /** Whether this is the bfloat16 copy of its input, or of a variable, which products read. */
  boolean bfloat16;

  @Nullable Item item;
  @Nullable Place place;

  /** Where other shards read the rows that lie in {@link #place} for the shard that makes them. */
  @Nullable Place published;

  /** Where a shard's part of a product lies that is cut along what it sums over. */
  Place.@Nullable Local part;

  /**
   * @param op what is computed
   * @param join whether this is a join's second half: the shards' parts folded into one
   */
  Node(Op op, boolean join, List<View> inputs, Type type) {
    this.op = op;
    this.join = join;
    this.inputs = List.copyOf(inputs);
    this.type = type;
    this.extent = Extent.of(type.shape());
  }

  /** Returns the phase from which on a shard finds its rows. */
  int rowsPhase() {
    return mode == Mode.INNER ? phase + 1 : phase;
  }

  boolean leaf() {
    return op instanceof Leaf && !(op instanceof Leaf.RowIndex);
  }

  /** Whether it is given to a run row by row. */
  boolean cutLeaf() {
    return leaf() && extent.cut();
  }

  boolean counter() {
    return type.kind() == Kind.STEP;
  }

  /** Returns the bytes of an element. */
  int bytes() {
    return counter() ? Long.BYTES : bfloat16 ? Short.BYTES : Float.BYTES;
  }

  /** Whether it can be an instruction of a chain. */
  boolean elementwise() {
    if (bfloat16) {
      return false;
    }
    if (join) {
      return true;
    }
    boolean ofCounter = !inputs.isEmpty() && inputs.get(0).node().counter();
    return !ofCounter
        && (op instanceof Elementwise || op instanceof Update || op instanceof Layout.Broadcast);
  }

  boolean broadcast() {
    return op instanceof Layout.Broadcast;
  }

  /** Whether it sums, or takes the largest of, what a broadcast would spread. */
  boolean fold() {
    return !join && (op instanceof Layout.SumTo || op instanceof Layout.MaxTo);
  }

  /** Whether it is a weight gradient that the update computes where it reads it. */
  boolean gradient() {
    return join && inputs.get(0).node().mode == Mode.BLOCK;
  }

  /** How a chain reaches one of its operands. */
  enum Access {
    /** Element by element. */
    DIRECT,
    /** Spread over the chain's shape. */
    SPREAD,
    /** A scalar beside the tiles. */
    SIDE
  }

  /** One thing that must be there before the node is computed. */
  record Source(View view, Access access) {}

  /** Returns what is read, with broadcasts taken into the node that uses them. */
  List<Source> sources() {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      View v = inputs.get(i);
      if (!elementwise()) {
        sources.add(new Source(v, Access.SIDE));
      } else if (op instanceof Update.Adam && i >= 3) {
        sources.add(new Source(v, Access.SIDE));
      } else if (join) {
        sources.add(new Source(v, Access.SPREAD));
      } else if (broadcast()) {
        sources.add(new Source(v, Access.SPREAD));
      } else if (v.node().broadcast()) {
        sources.add(new Source(v.node().inputs.get(0), Access.SPREAD));
      } else {
        sources.add(new Source(v, Access.DIRECT));
      }
    }
    return sources;
  }

  @Override
  public String toString() {
    return op.id() + (join ? "-join" : "") + type + " " + mode + "@" + phase;
  }
}
