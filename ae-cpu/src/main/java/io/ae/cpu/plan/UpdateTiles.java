package io.ae.cpu.plan;

import io.ae.api.graph.Function;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Program;
import io.ae.api.graph.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the variables that the update of large weights had better find on the heap, in its own
 * tiles: what one function's update alone reads and writes, such as an optimiser's moments, and the
 * weights themselves, if nothing but that update changes them.
 */
public final class UpdateTiles {
  /** Any number of rows and shards: what is an update does not depend on them. */
  private static final Capacity ANY = new Capacity(1, 0, 1);

  private final Uses uses;
  private final Blocks blocks;
  private final Lowering.Lowered function;

  private UpdateTiles(Uses uses, Lowering.Lowered function) {
    this.uses = uses;
    this.function = function;
    this.blocks = new Blocks(uses.nodes());
  }

  /**
   * Returns such variables of a program.
   *
   * @param bfloat16 whether products read bfloat16 copies of their factors
   */
  public static StateLayout.Tiled of(Program program, boolean bfloat16) {
    Map<Var, Integer> tiles = new HashMap<>();
    Set<Var> written = new HashSet<>();
    Set<Var> read = new HashSet<>();
    for (Function f : program.functions().values()) {
      Lowering.Lowered lowered = Lowering.lower(f, bfloat16);
      Uses uses = new Uses(lowered);
      if (!f.writes().isEmpty()) {
        Modes.assign(uses, ANY);
        Fusion.fuse(uses);
      }
      UpdateTiles update = new UpdateTiles(uses, lowered);
      read.addAll(update.readElsewhere());
      lowered
          .writes()
          .forEach(
              (v, value) -> {
                if (!written.add(v)) {
                  tiles.remove(v);
                } else if (update.fits(v, value.node())) {
                  tiles.put(v, update.blocks.tile(value.node().extent.fixed()));
                }
              });
    }
    return new StateLayout.Tiled(tiles, read);
  }

  /**
   * Returns the variables that the function reads as they are, not the copies that products read,
   * for anything but their own next value.
   */
  private Set<Var> readElsewhere() {
    Set<Var> read = new HashSet<>();
    for (Node n : function.nodes()) {
      if (n.op instanceof Leaf.Read r && !n.bfloat16) {
        boolean elsewhere =
            function.writes().containsKey(r.variable())
                ? uses.of(n).stream().anyMatch(u -> !byElement(u))
                : uses.output(n) || uses.written(n) || !uses.of(n).isEmpty();
        if (elsewhere) {
          read.add(r.variable());
        }
      }
    }
    return read;
  }

  private boolean fits(Var v, Node written) {
    Item item = written.item;
    if (item == null || !item.chain || !written.commit || v.type().kind() != Kind.REAL) {
      return false;
    }
    boolean updates = item.nodes.stream().anyMatch(Node::gradient);
    boolean tiled = blocks.tile(written.extent.fixed()) > 0 && Segment.inLoop(written);
    long writers = function.writes().values().stream().filter(w -> w.node() == written).count();
    boolean descent = PlainDescent.of(uses, item) != null;
    return updates
        && tiled
        && !descent
        && writers == 1
        && !uses.output(written)
        && readOnce(v, item);
  }

  private static boolean byElement(Uses.Use use) {
    return use.by().elementwise() || use.by().fold();
  }

  /**
   * Whether at most one instruction of the update's loops reads it element by element, and nothing
   * else does: what is written in its place is later.
   */
  private boolean readOnce(Var v, Item item) {
    List<Uses.Use> all = new ArrayList<>();
    for (Node n : function.nodes()) {
      if (n.op instanceof Leaf.Read r && r.variable() == v) {
        if (uses.output(n) || uses.written(n)) {
          return false;
        }
        uses.of(n).stream().filter(UpdateTiles::byElement).forEach(all::add);
      }
    }
    return all.size() <= 1
        && all.stream()
            .allMatch(
                u ->
                    u.access() == Node.Access.DIRECT
                        && u.by().item == item
                        && Segment.inLoop(u.by()));
  }
}
