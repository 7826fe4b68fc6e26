package io.ae.cpu.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step of a plan, before it is bound to a shard's memory: a chain of elementwise nodes with
 * sums of what they make, or a single node.
 */
final class Item {
  final Mode mode;
  final int phase;
  final List<Node> nodes = new ArrayList<>();
  final List<Node> folds = new ArrayList<>();
  final boolean chain;

  /**
   * With whom it goes through the rows portion by portion; null where it takes all rows at once.
   */
  @Nullable Portion portion;

  /** What it is done with at once, or with a packed factor; null where it is done alone. */
  @Nullable Layer layer;

  /** What it is if products can do all of it; null if it is anything else. */
  @Nullable PlainDescent descent;

  /** Whether a layer before it does its work too. */
  boolean takenAlong;

  Item(Mode mode, int phase, boolean chain) {
    this.mode = mode;
    this.phase = phase;
    this.chain = chain;
  }

  void add(Node node) {
    (chain && node.fold() ? folds : nodes).add(node);
    node.item = this;
  }

  /** Returns what it computes, operands before users. */
  List<Node> all() {
    return Stream.concat(nodes.stream(), folds.stream()).toList();
  }

  boolean uses(Node node) {
    return nodes.stream()
        .anyMatch(n -> n.sources().stream().anyMatch(s -> s.view().node() == node));
  }

  /** Says what is computed: {@code sigmoid sub square [B, 784]}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Node n : all()) {
      text.append(n.op.id()).append(' ');
    }
    if (!chain) {
      nodes.get(0).inputs.forEach(v -> text.append(v.shape()).append(' '));
      text.append("-> ");
    }
    return text.append(nodes.get(0).type.shape()).append(' ').append(mode).toString();
  }
}
