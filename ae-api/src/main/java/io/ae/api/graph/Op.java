package io.ae.api.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the graph. The list is closed: a backend that has a kernel for each runs every
 * model, and the gradient of every op is written in ops of the list, so gradients have gradients.
 *
 * <p>Ops are values: equal ops applied to the same inputs are the same node.
 */
public sealed interface Op
    permits Leaf, Elementwise, Layout, Product, Rows, Spatial, Sparse, Draw, Update {
  /** Returns the op's stable name in files and messages, in kebab case. */
  String id();

  /**
   * Returns the type of the result.
   *
   * @param in types of the inputs
   * @throws ShapeException if they do not fit, naming the axes
   */
  Type infer(List<Type> in);

  /**
   * Returns the gradient by each input: the rule beside the op.
   *
   * @param o where the rule is written down
   * @param y the node of this op, with its inputs
   * @param g gradient by {@code y}, of y's shape
   * @return one entry for each input; null where nothing flows back
   */
  List<@Nullable Value> adjoint(Ops o, Value y, Value g);
}
