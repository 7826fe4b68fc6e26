package io.ae.cpu.plan;

import io.ae.api.graph.Leaf;
import io.ae.api.graph.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who uses each node, with broadcasts that only chains use taken into their users. */
final class Uses {
  /** One use of a node by another. */
  record Use(Node by, Node.Access access) {}

  private final Map<Node, List<Use>> uses = new IdentityHashMap<>();
  private final Set<Node> outputs = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Node> written = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Var> variables;
  private final List<Node> nodes = new ArrayList<>();

  Uses(Lowering.Lowered function) {
    variables = function.writes().keySet();
    function.outputs().values().forEach(v -> outputs.add(v.node()));
    function.writes().values().forEach(v -> written.add(v.node()));
    for (Node n : function.nodes()) {
      if (!n.broadcast() || materialised(n, function)) {
        nodes.add(n);
        for (Node.Source s : n.sources()) {
          uses.computeIfAbsent(s.view().node(), k -> new ArrayList<>()).add(new Use(n, s.access()));
        }
      }
    }
  }

  private boolean materialised(Node broadcast, Lowering.Lowered function) {
    return outputs.contains(broadcast)
        || written.contains(broadcast)
        || function.nodes().stream()
            .anyMatch(n -> n.sources().stream().anyMatch(s -> s.view().node() == broadcast));
  }

  /** Returns the nodes that are computed, inputs before users. */
  List<Node> nodes() {
    return nodes;
  }

  List<Use> of(Node node) {
    return uses.getOrDefault(node, List.of());
  }

  /** Returns whether one item alone reads a value. */
  boolean onlyIn(Node node, Item item) {
    return !output(node) && !written(node) && of(node).stream().allMatch(u -> u.by().item == item);
  }

  boolean output(Node node) {
    return outputs.contains(node);
  }

  /** Returns whether a node is a variable that the function changes. */
  boolean updated(Node node) {
    return node.op instanceof Leaf.Read read && variables.contains(read.variable());
  }

  boolean written(Node node) {
    return written.contains(node);
  }
}
