package io.ae.cpu.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts nodes into items, phase by phase: an elementwise node joins the chain that makes one of its
 * operands, or one that reads the same value, unless something between them must come first.
 */
final class Fusion {
  private final List<List<Item>> phases = new ArrayList<>();

  private Fusion() {}

  static List<List<Item>> fuse(Uses uses) {
    Fusion f = new Fusion();
    for (Node n : uses.nodes()) {
      if (!n.leaf()) {
        f.place(n);
      }
    }
    return f.phases;
  }

  /** Returns the items of a phase, in the order in which they run. */
  static List<Item> phase(List<List<Item>> phases, int phase) {
    while (phases.size() <= phase) {
      phases.add(new ArrayList<>());
    }
    return phases.get(phase);
  }

  private void place(Node n) {
    List<Item> items = phase(phases, n.phase);
    if (n.elementwise()) {
      int first = 0;
      for (Node.Source s : n.sources()) {
        Item from = s.view().node().item;
        if (from != null && from.phase == n.phase) {
          boolean within = s.access() == Node.Access.DIRECT && fits(from, n);
          first = Math.max(first, items.indexOf(from) + (within ? 0 : 1));
        }
      }
      for (int i = first; i < items.size(); i++) {
        if (fits(items.get(i), n) && connected(items.get(i), n)) {
          items.get(i).add(n);
          return;
        }
      }
    }
    Item item = new Item(n.mode, n.phase, n.elementwise());
    item.add(n);
    items.add(item);
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
