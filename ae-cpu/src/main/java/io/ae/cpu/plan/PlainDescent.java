package io.ae.cpu.plan;

import io.ae.api.graph.Binary;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Var;
import io.ae.cpu.kernel.Cut;
import io.ae.cpu.kernel.Descent;
import io.ae.cpu.kernel.GradientFactors;
import io.ae.cpu.kernel.Step;
import io.ae.cpu.onednn.Gemm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An update that is a variable less its gradient times a rate, and nothing else: the products that
 * make the gradient can do it where the variable lies.
 *
 * @param variable what is updated
 * @param result its new value
 * @param rate the number by which the gradient is multiplied
 * @param gradient products whose sum the gradient is
 */
record PlainDescent(Var variable, Node result, Node rate, List<Node> gradient) {
  /** Fills in which items are plain descent, of variables that they change in place. */
  static void assign(Uses uses, List<List<Item>> phases, Layouts layouts) {
    for (List<Item> items : phases) {
      for (Item item : items) {
        PlainDescent descent = of(uses, item);
        if (descent != null && descent.inPlace(layouts)) {
          item.descent = descent;
        }
      }
    }
  }

  private boolean inPlace(Layouts layouts) {
    Place place = layouts.state(variable);
    boolean alone = place instanceof Place.State s && s.copy() == null && s.heap() == null;
    return alone && place.equals(result.place);
  }

  /** Returns an item as plain descent, or null if it is anything else. */
  static @Nullable PlainDescent of(Uses uses, Item item) {
    Node last = item.nodes.get(item.nodes.size() - 1);
    if (last.op != Binary.SUB || !last.commit || !uses.written(last)) {
      return null;
    }
    Node step = last.inputs.get(1).node();
    if (step.op != Binary.MUL || !only(uses, step)) {
      return null;
    }
    int first = scalar(step.inputs.get(0)) == null ? 1 : 0;
    Node rate = scalar(step.inputs.get(first));
    if (rate == null) {
      return null;
    }
    List<Node> gradient = new ArrayList<>();
    boolean sum = sum(uses, step.inputs.get(1 - first).node(), gradient);
    // Beside the last node: its product with the rate, the gradients, and one sum fewer than those.
    boolean whole = item.all().size() == 2 * gradient.size() + 1;
    return sum && whole && last.inputs.get(0).node().op instanceof Leaf.Read read
        ? new PlainDescent(read.variable(), last, rate, gradient)
        : null;
  }

  private static boolean only(Uses uses, Node n) {
    return uses.of(n).size() == 1 && !uses.output(n) && !uses.written(n);
  }

  private static @Nullable Node scalar(View v) {
    Node small = v.node().broadcast() ? v.node().inputs.get(0).node() : v.node();
    return small.extent.scalar() ? small : null;
  }

  /** Collects the gradients that a node is the sum of; returns false if it is anything else. */
  private static boolean sum(Uses uses, Node n, List<Node> gradient) {
    if (!only(uses, n)) {
      return false;
    }
    if (n.op == Binary.ADD) {
      return n.inputs.stream().allMatch(v -> sum(uses, v.node(), gradient));
    }
    gradient.add(n);
    return n.gradient() && plain(n.inputs.get(0).node());
  }

  private static boolean plain(Node contract) {
    boolean rounded = contract.inputs.stream().anyMatch(v -> v.node().bfloat16);
    return !rounded && Gemm.suits(contract.type.shape().last());
  }

  Step step(Binding b) {
    List<GradientFactors> factors =
        gradient.stream().map(g -> b.factors(g.inputs.get(0).node())).toList();
    Cut cut = new Cut(result.extent, b.geometry(), b.unit(result.extent));
    return new Descent(b.engine().gemm(), b.slot(result), b.slot(rate), cut, factors);
  }
}
