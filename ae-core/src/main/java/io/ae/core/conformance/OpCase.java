package io.ae.core.conformance;

import io.ae.api.graph.Kind;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A formula with its arguments: what the kit computes on two backends.
 *
 * @param rule the rule it is a case of
 * @param name op and what is special
 * @param arguments rows become inputs, fixed shapes become variables
 * @param formula what is computed
 * @param smooth whether finite differences give the gradient at these arguments
 */
record OpCase(Rule rule, String name, List<Argument> arguments, Formula formula, boolean smooth) {
  OpCase {
    arguments = List.copyOf(arguments);
  }

  /**
   * One operand.
   *
   * @param type its shape and kind
   * @param fill which numbers it takes
   */
  record Argument(Type type, Fill fill) {
    /** Returns whether it is given to each run, rather than a variable. */
    boolean input() {
      return type.shape().cut() || type.kind() == Kind.SPARSE || type.shape().rank() == 0 && real();
    }

    boolean real() {
      return type.kind() == Kind.REAL;
    }
  }

  /** What is computed. */
  @FunctionalInterface
  interface Formula {
    Value of(Ops o, List<Value> in);
  }

  @Override
  public String toString() {
    return name;
  }

  /** Starts a case of B1 that is smooth. */
  static Builder of(String name) {
    return new Builder(name);
  }

  /** Collects arguments. */
  static final class Builder {
    private final String name;
    private final List<Argument> arguments = new ArrayList<>();
    private Rule rule = Rule.B1;
    private boolean smooth = true;

    private Builder(String name) {
      this.name = name;
    }

    Builder rule(Rule newRule) {
      rule = newRule;
      return this;
    }

    /** Says that the result is flat, an index, or at a kink: nothing to differentiate. */
    Builder flat() {
      smooth = false;
      return this;
    }

    Builder arg(Type type, Fill fill) {
      arguments.add(new Argument(type, fill));
      return this;
    }

    /** Adds real rows {@code [B, dims…]}. */
    Builder rows(int... dims) {
      return rows(new Fill.Signed(), dims);
    }

    Builder rows(Fill fill, int... dims) {
      return arg(Type.real(Shape.rows(dims)), fill);
    }

    /** Adds a real variable. */
    Builder var(int... dims) {
      return arg(Type.real(Shape.of(dims)), new Fill.Signed());
    }

    /** Adds indices {@code [B, dims…]} below n. */
    Builder index(int n, int... dims) {
      return arg(Type.index(Shape.rows(dims)), new Fill.Indices(0, n));
    }

    /** Adds sparse rows {@code [B, width]}. */
    Builder sparse(int width) {
      return arg(new Type(Shape.rows(width), Kind.SPARSE), new Fill.Signed());
    }

    OpCase is(Formula formula) {
      return new OpCase(rule, name, arguments, formula, smooth);
    }
  }
}
