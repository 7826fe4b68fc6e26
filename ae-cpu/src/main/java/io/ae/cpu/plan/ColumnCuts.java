package io.ae.cpu.plan;

import io.ae.api.graph.Kind;
import io.ae.api.graph.Layout;
import io.ae.api.graph.Leaf;
import io.ae.cpu.kernel.Step;
import io.ae.cpu.memory.Extent;

/**
 * What follows a product of which each shard computes its columns, element by element: the shard
 * goes on in those columns, so that no value of that width crosses to another shard.
 */
final class ColumnCuts {
  private ColumnCuts() {}

  /** Whether shards compute their columns of a value, from what they have of its operands. */
  static boolean continues(Node n, Uses uses) {
    return elementwise(n)
        && n.sources().stream().allMatch(s -> reads(n, s, uses))
        && n.sources().stream().anyMatch(s -> s.view().node().mode == Mode.COLUMNS);
  }

  private static boolean elementwise(Node n) {
    return n.elementwise()
        && !n.join
        && !n.broadcast()
        && rows(n)
        && n.type.shape().rank() == 2
        && n.extent.fixed() <= Step.TILE;
  }

  private static boolean rows(Node n) {
    return n.type.kind() == Kind.REAL && n.extent.lead() == Extent.Lead.ROWS && n.extent.all() == 0;
  }

  private static boolean reads(Node n, Node.Source s, Uses uses) {
    Node from = s.view().node();
    return switch (s.access()) {
      case DIRECT ->
          rows(from)
              && (from.mode == Mode.COLUMNS
                  || from.op instanceof Leaf.Input
                  || mayFollow(from, uses));
      case SPREAD -> from.type.kind() == Kind.REAL && (from.extent.scalar() || vector(n, s.view()));
      case SIDE -> false;
    };
  }

  /** Whether a value is made of inputs, for one reader, so that its columns do as well. */
  private static boolean mayFollow(Node n, Uses uses) {
    boolean once = uses.of(n).size() == 1 && !uses.output(n) && !uses.written(n);
    return once
        && n.mode == Mode.ROW
        && elementwise(n)
        && n.sources().stream().allMatch(s -> reads(n, s, uses));
  }

  /** Lets what a value by columns is made of be computed by columns with it. */
  static void follow(Node n) {
    for (Node.Source s : n.sources()) {
      Node from = s.view().node();
      if (from.mode == Mode.ROW) {
        from.mode = Mode.COLUMNS;
        from.phase = n.phase;
        follow(from);
      }
    }
  }

  /** Whether an operand is one number a column. */
  private static boolean vector(Node n, View operand) {
    Extent extent = operand.node().extent;
    int width = n.extent.fixed();
    return !extent.cut()
        && extent.all() == 0
        && extent.fixed() == width
        && operand.shape().last() == width;
  }

  /** Whether a sum is one number a row, of which each shard adds up its columns. */
  static boolean sumsRows(Node n) {
    return sums(n) && n.extent.lead() == Extent.Lead.ROWS && n.extent.fixed() == 1;
  }

  /** Whether a sum is one number a column, of which each shard computes its own. */
  static boolean sumsColumns(Node n) {
    return sums(n)
        && !n.extent.cut()
        && vector(n.inputs.get(0).node(), new View(n, n.type.shape()));
  }

  private static boolean sums(Node n) {
    if (n.join || !(n.op instanceof Layout.SumTo)) {
      return false;
    }
    View of = n.inputs.get(0);
    boolean chain = of.node().mode == Mode.COLUMNS && of.node().elementwise();
    return chain && of.shape().equals(of.node().type.shape());
  }
}
