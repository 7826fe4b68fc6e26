package io.ae.core.conformance;

import io.ae.api.backend.Backend;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.DType;
import io.ae.api.graph.Function;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One case, compiled on one backend. */
final class Trial implements AutoCloseable {
  /** Rows a session has room for: more than a run has, so that padding is seen. */
  static final int CAPACITY = 7;

  /** Rows of a usual run. */
  static final int ROWS = 5;

  /** How often the result is differentiated. */
  enum Order {
    /** The formula's value. */
    VALUE,
    /** The gradient of L = Σ y²/2 + 0.3·y by every real argument. */
    GRADIENT,
    /** The gradient of Σ (first gradient)² by every real argument. */
    SECOND,
    /** L itself. */
    LOSS,
    /** Σ (first gradient)². */
    GRADIENT_LOSS
  }

  private final OpCase opCase;
  private final Function function;
  private final CompiledModel model;
  private final Session session;

  Trial(Backend backend, DType compute, OpCase opCase, Order order) {
    this(backend, compute, opCase, order, CAPACITY);
  }

  Trial(Backend backend, DType compute, OpCase opCase, Order order, int capacity) {
    this.opCase = opCase;
    Traced traced = new Traced(opCase, order);
    this.function = traced.function;
    Program program = new Program(traced.state, Map.of("f", function));
    this.model = backend.compile(program, new CompileOptions(compute, 1));
    this.session = model.session("f", capacity, capacity * 8);
  }

  /** Returns the case as a function alone. */
  static Function trace(OpCase opCase, Order order) {
    return new Traced(opCase, order).function;
  }

  /** Returns the arguments that a gradient is taken by: the reals, but for masks. */
  static List<Integer> moved(OpCase opCase) {
    List<Integer> moved = new ArrayList<>();
    for (int k = 0; k < opCase.arguments().size(); k++) {
      OpCase.Argument a = opCase.arguments().get(k);
      if (a.real() && !(a.fill() instanceof Fill.Mask)) {
        moved.add(k);
      }
    }
    return moved;
  }

  /** Returns the arguments' numbers as a compute type holds them. */
  static List<double[]> values(OpCase opCase, int rows, DType compute) {
    List<double[]> all = new ArrayList<>();
    for (int k = 0; k < opCase.arguments().size(); k++) {
      OpCase.Argument a = opCase.arguments().get(k);
      double[] v = new double[Math.toIntExact(a.type().shape().elements(rows, 0))];
      for (int i = 0; i < v.length; i++) {
        double x = a.fill().at(i, k);
        v[i] = a.type().kind() == Kind.INDEX ? x : Tensors.round(x, compute);
      }
      all.add(a.type().kind() == Kind.SPARSE ? SparseRows.drop(v, a.type().shape().last()) : v);
    }
    return all;
  }

  /** Runs once and returns the outputs' numbers. */
  Map<String, double[]> run(List<double[]> values, int rows) {
    Set<String> used = function.inputs().stream().map(Leaf.Input::name).collect(Collectors.toSet());
    for (int k = 0; k < values.size(); k++) {
      OpCase.Argument a = opCase.arguments().get(k);
      String name = name(k);
      if (a.input() && !used.contains(name)) {
        continue; // the formula, or its gradient, does without
      }
      if (a.type().kind() == Kind.SPARSE) {
        SparseRows.put(session, name, values.get(k), a.type().shape().last(), rows);
      } else if (a.input()) {
        Tensors.put(session.input(name), session.type(name), values.get(k));
      } else {
        model.write(name, Tensors.of(model.type(name), values.get(k)));
      }
    }
    session.run(rows, 0);
    Map<String, double[]> results = new LinkedHashMap<>();
    function
        .outputs()
        .forEach(
            (name, value) ->
                results.put(
                    name,
                    Tensors.get(
                        session.output(name),
                        session.type(name),
                        Math.toIntExact(value.shape().elements(rows, 0)))));
    return results;
  }

  static String name(int argument) {
    return String.valueOf((char) ('a' + argument));
  }

  @Override
  public void close() {
    session.close();
    model.close();
  }
}
