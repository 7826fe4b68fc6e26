package io.ae.cpu.plan;

import io.ae.api.graph.Binary;
import io.ae.api.graph.Update;
import io.ae.cpu.loop.Formulas;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Nodes of a chain that run tile by tile as one: those of one loop, or one that is no part of a
 * loop.
 *
 * @param loop whether a loop computes them
 * @param nodes operands before users
 */
record Segment(boolean loop, List<Node> nodes) {
  /**
   * Instructions of the longest loop that C2 vectorises on 17 with the widest vectors: a step of
   * Adam with both moments. What it does not vectorise takes ten times as long.
   */
  private static final int LONGEST = 17;

  /** Cuts a chain into as few segments as can be, operands before users. */
  static List<Segment> cut(Item chain) {
    List<Segment> segments = new ArrayList<>();
    Map<Node, Integer> places = new HashMap<>();
    int updates = length(chain.nodes.stream().filter(Segment::updates));
    for (Node n : ordered(chain)) {
      boolean loop = inLoop(n);
      int at = 0;
      for (Node.Source s : n.sources()) {
        Integer place = places.get(s.view().node());
        if (place != null) {
          at = Math.max(at, loop && segments.get(place).loop ? place : place + 1);
        }
      }
      while (at < segments.size() && !(loop && segments.get(at).takes(n, updates))) {
        at++;
      }
      if (at == segments.size()) {
        segments.add(new Segment(loop, new ArrayList<>()));
      }
      segments.get(at).nodes.add(n);
      places.put(n, at);
    }
    return segments;
  }

  /** What reads nothing of the chain and is no part of a loop goes first: loops are longer then. */
  private static List<Node> ordered(Item chain) {
    List<Node> nodes = new ArrayList<>(chain.all());
    nodes.sort(Comparator.comparing(n -> inLoop(n) || reads(chain, n)));
    return nodes;
  }

  private static boolean reads(Item chain, Node n) {
    return n.sources().stream().anyMatch(s -> s.view().node().item == chain);
  }

  /** An optimiser's moments and its step stay together, if they fit at all. */
  private boolean takes(Node n, int updates) {
    boolean first = updates(n) && nodes.stream().noneMatch(Segment::updates);
    int more = first ? updates : Formulas.length(n.op);
    return loop && length(nodes.stream()) + more <= LONGEST;
  }

  private static boolean updates(Node n) {
    return n.op instanceof Update;
  }

  private static int length(Stream<Node> nodes) {
    return nodes.mapToInt(n -> Formulas.length(n.op)).sum();
  }

  /** Returns whether a node can be part of a loop. */
  static boolean inLoop(Node n) {
    return !n.join
        && !n.broadcast()
        && Formulas.has(n.op)
        && !Registers.ofIndices(n)
        && !(n.op instanceof Binary && Registers.ofIndices(n.inputs.get(0).node()));
  }
}
