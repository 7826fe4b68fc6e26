package io.ae.cpu.plan;

import io.ae.api.graph.Layout;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Product;
import io.ae.api.graph.Rows;
import io.ae.api.graph.Spatial;
import io.ae.cpu.kernel.Step;
import java.util.List;

/**
 * Decides who computes what, and between which barriers.
 *
 * <p>A phase is what shards do between two barriers. A value that is not the shard's own can be
 * read one phase after it was computed. The update of the state has a phase of its own, after every
 * step that reads the state or may refuse an index: until then the state is as it was before the
 * run.
 */
final class Modes {
  private final Uses uses;
  private final Capacity capacity;

  private Modes(Uses uses, Capacity capacity) {
    this.uses = uses;
    this.capacity = capacity;
  }

  /**
   * Fills in mode and phase of every node.
   *
   * @return the phase in which the state may change
   */
  static int assign(Uses uses, Capacity capacity) {
    return new Modes(uses, capacity).assign();
  }

  private int assign() {
    List<Node> nodes = uses.nodes();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node n = nodes.get(i);
      n.commit = onlyUpdates(n);
    }
    int commit = 0;
    for (Node n : nodes) {
      if (!n.leaf() && !n.commit) {
        n.mode = mode(n);
        n.phase = phase(n);
        if (n.mode == Mode.COLUMNS && n.elementwise()) {
          ColumnCuts.follow(n);
        }
        if (readsState(n) || mayRefuse(n)) {
          commit = Math.max(commit, n.phase + 1);
        }
      } else if (n.op instanceof Leaf.Read && (uses.output(n) || uses.written(n))) {
        // Moved as it was before the run: in a phase of its own before the update.
        commit = Math.max(commit, 1);
      }
    }
    nodes.forEach(Modes::gatherColumns);
    nodes.forEach(Modes::toBlock);
    for (Node n : nodes) {
      if (n.commit) {
        n.mode = Mode.SPLIT;
        for (Node.Source s : n.sources()) {
          Node from = s.view().node();
          if (from.mode == Mode.BLOCK) {
            for (Node.Source operand : from.sources()) {
              commit = Math.max(commit, operand.view().node().rowsPhase() + 1);
            }
          } else if (!from.commit) {
            commit = Math.max(commit, available(s, n));
          }
        }
      }
    }
    for (Node n : nodes) {
      if (n.commit || n.mode == Mode.BLOCK) {
        n.phase = commit;
      }
    }
    return commit;
  }

  /** Keeps all rows of what each shard reads its columns of. */
  private static void gatherColumns(Node n) {
    if (n.mode.ofColumns()) {
      for (Node.Source s : n.sources()) {
        Node from = s.view().node();
        from.gathered |= from.extent.cut();
      }
    }
  }

  /**
   * Lets the update compute a weight gradient where it needs it: no shard's part goes to memory and
   * back, and the product is over all rows.
   */
  private static void toBlock(Node n) {
    Node half = n.join ? n.inputs.get(0).node() : n;
    if (n.join && n.commit && half.op instanceof Product.Contract) {
      half.mode = Mode.BLOCK;
      half.inputs.forEach(v -> v.node().crosses = true);
    }
  }

  /** Whether nothing but new values of variables depends on the node, element by element. */
  private boolean onlyUpdates(Node n) {
    boolean fits = n.elementwise() && !n.extent.cut() && !uses.output(n);
    boolean used = uses.written(n) || !uses.of(n).isEmpty();
    return fits
        && used
        && uses.of(n).stream().allMatch(u -> u.by().commit && u.access() == Node.Access.DIRECT);
  }

  /**
   * Whether the node stops a run at an index outside its table: then nothing may be written yet.
   */
  private static boolean mayRefuse(Node n) {
    return n.op instanceof Rows.Gather
        || n.op instanceof Rows.ScatterAdd
        || n.op instanceof Rows.OneHot
        || n.op instanceof Spatial.PickAt
        || n.op instanceof Spatial.MaxUnpool;
  }

  static boolean readsState(Node n) {
    return n.sources().stream().anyMatch(s -> s.view().node().op instanceof Leaf.Read);
  }

  private Mode mode(Node n) {
    if (n.mode == Mode.PARTIAL) {
      return Mode.PARTIAL;
    }
    if (n.extent.cut()) {
      return cutMode(n);
    }
    if (n.op instanceof Layout.AllRows) {
      return Mode.GATHERED;
    }
    boolean small = small(n);
    boolean afterSolo = false;
    for (Node.Source s : n.sources()) {
      Node from = s.view().node();
      small &= small(from);
      afterSolo |= from.mode == Mode.SOLO || from.mode == Mode.SPLIT || from.mode == Mode.GATHERED;
    }
    if (small && !afterSolo) {
      return Mode.REPLICATED;
    }
    return (n.elementwise() || n.bfloat16) && !small(n) ? Mode.SPLIT : Mode.SOLO;
  }

  private Mode cutMode(Node n) {
    if (ColumnCuts.continues(n, uses)) {
      return Mode.COLUMNS;
    }
    return ColumnCuts.sumsRows(n) ? Mode.INNER : CutWeights.mode(n, uses, capacity);
  }

  private static boolean small(Node n) {
    return n.extent.all() == 0 && n.extent.fixed() <= Step.TILE;
  }

  private static int phase(Node n) {
    int phase = 0;
    for (Node.Source s : n.sources()) {
      phase = Math.max(phase, available(s, n));
    }
    return phase;
  }

  /** Returns the first phase in which a node can read a source. */
  static int available(Node.Source s, Node by) {
    Node from = s.view().node();
    return switch (from.mode) {
      // Rows of an input are copied in by the shards that they belong to.
      case LEAF -> from.cutLeaf() && by.mode.ofColumns() ? 1 : 0;
      case ROW, INNER -> from.rowsPhase() + (by.mode.ofColumns() ? 1 : 0);
      case REPLICATED -> from.phase;
      case BLOCK -> 0;
      case COLUMNS -> from.phase + (readsColumns(s, by) ? 0 : 1);
      case PARTIAL, GATHERED -> from.phase + 1;
      case SPLIT ->
          (by.mode == Mode.SPLIT && s.access() == Node.Access.DIRECT) || by.mode == Mode.PARTIAL
              ? from.phase
              : from.phase + 1;
      case SOLO -> by.mode == Mode.SOLO ? from.phase : from.phase + 1;
    };
  }

  /** Whether a shard reads of a value no other columns than it computes itself. */
  private static boolean readsColumns(Node.Source s, Node by) {
    return switch (by.mode) {
      case COLUMNS -> by.elementwise();
      case INNER -> s.view() == by.inputs.get(0);
      case PARTIAL -> ColumnCuts.sumsColumns(by);
      default -> false;
    };
  }
}
