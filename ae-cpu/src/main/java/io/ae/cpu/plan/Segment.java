package io.ae.cpu.plan;

import io.ae.api.graph.Binary;
import io.ae.cpu.loop.Formulas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    for (Node n : chain.all()) {
      boolean loop = inLoop(n);
      int at = 0;
      for (Node.Source s : n.sources()) {
        Integer place = places.get(s.view().node());
        if (place != null) {
          at = Math.max(at, loop && segments.get(place).loop ? place : place + 1);
        }
      }
      while (at < segments.size() && !(loop && segments.get(at).takes(n))) {
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

  private boolean takes(Node n) {
    int length = nodes.stream().mapToInt(m -> Formulas.length(m.op)).sum();
    return loop && length + Formulas.length(n.op) <= LONGEST;
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
