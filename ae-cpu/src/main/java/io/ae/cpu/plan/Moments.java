package io.ae.cpu.plan;

import io.ae.api.graph.Function;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Program;
import io.ae.api.graph.Var;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the variables that one function's update of large weights alone reads and writes, such as
 * an optimiser's moments: they can lie on the heap, in the tiles of that update.
 */
final class Moments {
  /** Any number of rows and shards: what is an update does not depend on them. */
  private static final Capacity ANY = new Capacity(1, 0, 1);

  private final Uses uses;
  private final Blocks blocks;

  private Moments(Uses uses) {
    this.uses = uses;
    this.blocks = new Blocks(uses.nodes());
  }

  /** Returns the elements of a tile of each such variable. */
  static Map<Var, Integer> of(Program program, boolean bfloat16) {
    Map<Var, Integer> tiles = new HashMap<>();
    Set<Var> touched = new HashSet<>();
    for (Function f : program.functions().values()) {
      Lowering.Lowered lowered = Lowering.lower(f, bfloat16);
      Uses uses = new Uses(lowered);
      Modes.assign(uses, ANY);
      Fusion.fuse(uses);
      Moments moments = new Moments(uses);
      Set<Var> variables = new HashSet<>(lowered.writes().keySet());
      lowered.nodes().stream()
          .filter(n -> n.op instanceof Leaf.Read)
          .forEach(n -> variables.add(((Leaf.Read) n.op).variable()));
      for (Var v : variables) {
        View written = lowered.writes().get(v);
        if (!touched.add(v)) {
          tiles.remove(v);
        } else if (written != null && moments.only(v, written.node(), lowered)) {
          tiles.put(v, moments.blocks.tile(written.node().extent.fixed()));
        }
      }
    }
    return tiles;
  }

  private boolean only(Var v, Node written, Lowering.Lowered function) {
    Item item = written.item;
    if (item == null || !item.chain || !written.commit || v.type().kind() != Kind.REAL) {
      return false;
    }
    boolean updates = item.nodes.stream().anyMatch(Moments::gradient);
    boolean tiled = blocks.tile(written.extent.fixed()) > 0 && Segment.inLoop(written);
    long writers = function.writes().values().stream().filter(w -> w.node() == written).count();
    return updates
        && tiled
        && writers == 1
        && !uses.output(written)
        && function.nodes().stream()
            .filter(n -> n.op instanceof Leaf.Read r && r.variable() == v)
            .allMatch(n -> readOnce(n, item));
  }

  private static boolean gradient(Node n) {
    return n.join && n.inputs.get(0).node().mode == Mode.BLOCK;
  }

  /** Whether one instruction of a loop alone reads it: what is written in its place is later. */
  private boolean readOnce(Node read, Item item) {
    List<Uses.Use> all = uses.of(read);
    return !uses.output(read)
        && !uses.written(read)
        && all.size() == 1
        && all.get(0).access() == Node.Access.DIRECT
        && all.get(0).by().item == item
        && Segment.inLoop(all.get(0).by());
  }
}
