package io.ae.cpu.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts nodes into items, phase by phase: an elementwise node joins the chain that makes one of its
 * operands, or one that reads the same value, unless something between them must come first. A node
 * that reads nothing but spread values waits for its first user, so that it does not start a chain
 * of its own; so do the parts of an update. A sum joins the chain that makes what it sums.
 */
final class Fusion {
  private final List<List<Item>> phases = new ArrayList<>();
  private final Set<Node> waiting = new LinkedHashSet<>();

  private Fusion() {}

  static List<List<Item>> fuse(Uses uses) {
    Fusion f = new Fusion();
    for (Node n : uses.nodes()) {
      if (!n.leaf() && n.mode != Mode.BLOCK) {
        if (f.mayWait(n)) {
          f.waiting.add(n);
        } else {
          f.place(n);
        }
      }
    }
    // Users first: each brings along what waits for it.
    List<Node> left = new ArrayList<>(f.waiting);
    Collections.reverse(left);
    left.forEach(f::placeWaiting);
    return f.phases;
  }

  private boolean mayWait(Node n) {
    return n.elementwise()
        && (!n.join || n.gradient())
        && n.sources().stream()
            .allMatch(
                s -> s.access() != Node.Access.DIRECT || mayWaitFor(s.view().node(), n.commit));
  }

  /** An update waits with all that it is made of, so that it is one chain. */
  private boolean mayWaitFor(Node from, boolean commit) {
    return waiting.contains(from) || (commit && from.leaf());
  }

  /** Returns the items of a phase, in the order in which they run. */
  static List<Item> phase(List<List<Item>> phases, int phase) {
    while (phases.size() <= phase) {
      phases.add(new ArrayList<>());
    }
    return phases.get(phase);
  }

  private void placeWaiting(Node n) {
    if (waiting.remove(n)) {
      place(n);
    }
  }

  private void place(Node n) {
    List<Node> together = new ArrayList<>();
    gather(n, together);
    List<Item> items = phase(phases, n.phase);
    int first = 0;
    for (Node t : together) {
      for (Node.Source s : t.sources()) {
        Item from = s.view().node().item;
        if (from != null && from.phase == n.phase) {
          boolean within = s.access() == Node.Access.DIRECT && n.elementwise() && fits(from, n);
          first = Math.max(first, items.indexOf(from) + (within ? 0 : 1));
        }
      }
    }
    Item item = n.elementwise() ? chain(items, first, together) : null;
    if (n.fold()) {
      item = maker(n);
    }
    if (item == null) {
      item = new Item(n.mode, n.phase, n.elementwise());
      // One number a row or in all goes as early as it can: who waits for it may join a chain.
      items.add(n.extent.fixed() == 1 ? after(items, first, n) : items.size(), item);
    }
    together.forEach(item::add);
  }

  /** Collects a node behind those that waited for it; places those that cannot come along. */
  private void gather(Node n, List<Node> together) {
    for (Node.Source s : n.sources()) {
      Node from = s.view().node();
      if (waiting.contains(from)) {
        boolean along =
            s.access() == Node.Access.DIRECT
                && n.elementwise()
                && from.mode == n.mode
                && from.phase == n.phase
                && from.extent.equals(n.extent);
        if (along) {
          waiting.remove(from);
          gather(from, together);
        } else {
          placeWaiting(from);
        }
      }
    }
    together.add(n);
  }

  private static @Nullable Item chain(List<Item> items, int first, List<Node> together) {
    Node n = together.get(together.size() - 1);
    for (int i = first; i < items.size(); i++) {
      Item item = items.get(i);
      if (fits(item, n) && together.stream().anyMatch(t -> connected(item, t))) {
        return item;
      }
    }
    return null;
  }

  /** Returns the chain that makes what a node folds, if the shard folds what it makes itself. */
  private static @Nullable Item maker(Node n) {
    Item item = n.inputs.get(0).node().item;
    if (item == null || !item.chain || item.phase != n.phase) {
      return null;
    }
    boolean columns = item.mode == Mode.COLUMNS && n.mode == Mode.INNER;
    return item.mode == n.mode || n.mode == Mode.PARTIAL || columns ? item : null;
  }

  /** Returns the first place behind everything that the node needs. */
  private static int after(List<Item> items, int first, Node n) {
    boolean needsItem =
        first < items.size()
            && n.sources().stream().anyMatch(s -> s.view().node().item == items.get(first));
    return needsItem ? first + 1 : first;
  }

  private static boolean fits(Item item, Node n) {
    return item.chain
        && item.mode == n.mode
        && item.phase == n.phase
        && item.nodes.get(0).extent.equals(n.extent);
  }

  private static boolean connected(Item item, Node n) {
    return n.sources().stream()
        .map(s -> s.view().node())
        .anyMatch(from -> from.item == item || (!scalar(from) && item.uses(from)));
  }

  private static boolean scalar(Node n) {
    return n.extent.fixed() == 1 && !n.extent.cut();
  }
}
