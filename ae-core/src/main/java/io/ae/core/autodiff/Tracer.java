package io.ae.core.autodiff;

import io.ae.api.AeException;
import io.ae.api.graph.Function;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Op;
import io.ae.api.graph.Operand;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Schedule;
import io.ae.api.graph.Shape;
import io.ae.api.graph.ShapeException;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Writes down one function, node by node. */
public final class Tracer implements Ops {
  private record Key(Op op, List<Value> inputs) {}

  private final boolean training;
  private final boolean trained;
  private final Var step;
  private final List<Value> nodes = new ArrayList<>();
  private final Map<Key, Value> known = new HashMap<>();
  private final Map<String, Type> inputs = new HashMap<>();
  private final Map<Var, Value> writes = new LinkedHashMap<>();
  private final Map<String, Schedule> schedules = new LinkedHashMap<>();
  private final Set<String> streams = new HashSet<>();
  private String scope = "";

  /**
   * @param training what {@link #training()} answers
   * @param step the variable that counts steps and keys random numbers
   */
  public Tracer(boolean training, Var step) {
    this(training, step, false);
  }

  private Tracer(boolean training, Var step, boolean trained) {
    this.training = training;
    this.step = step;
    this.trained = trained;
  }

  /**
   * Returns a tracer of what a trained model does: nobody feeds scheduled scalars there, so each is
   * a constant, its value at the end of training.
   */
  public static Tracer trained(boolean training, Var step) {
    return new Tracer(training, step, true);
  }

  /** Returns the function that a body writes down, its outputs by name. */
  public static Function trace(
      String name,
      boolean training,
      Var step,
      java.util.function.Function<Ops, Map<String, Value>> body) {
    Tracer tracer = new Tracer(training, step);
    return tracer.function(name, body.apply(tracer));
  }

  /** Returns all that the outputs and the writes need, in the order it was written down. */
  public Function function(String name, Map<String, Value> outputs) {
    Set<Value> needed = Collections.newSetFromMap(new IdentityHashMap<>());
    needed.addAll(outputs.values());
    needed.addAll(writes.values());
    for (int i = nodes.size() - 1; i >= 0; i--) {
      if (needed.contains(nodes.get(i))) {
        needed.addAll(nodes.get(i).inputs());
      }
    }
    return new Function(name, nodes.stream().filter(needed::contains).toList(), outputs, writes);
  }

  @Override
  public Value apply(Op op, Operand... operands) {
    List<Value> in = Arrays.stream(operands).map(this::value).toList();
    Value same = known.get(new Key(op, in));
    if (same != null) {
      return same;
    }
    Value made = make(op, in);
    known.put(new Key(op, in), made);
    nodes.add(made);
    return made;
  }

  private Value make(Op op, List<Value> in) {
    try {
      return new Value(op, in, scope);
    } catch (ShapeException e) {
      throw scope.isEmpty() ? e : new ShapeException("in '" + scope + "': " + e.getMessage());
    }
  }

  @Override
  public Value read(Var variable) {
    return apply(new Leaf.Read(variable));
  }

  @Override
  public void write(Var variable, Value value) {
    if (!variable.type().equals(value.type())) {
      throw new ShapeException("write of " + value.type() + " to variable " + variable);
    }
    if (writes.putIfAbsent(variable, value) != null) {
      throw new AeException(
          "AE-G004", "variable '" + variable.name() + "' is written twice in one function");
    }
  }

  /** Forgets writes of variables that are not in the set. */
  public void keepWrites(Set<Var> allowed) {
    writes.keySet().retainAll(allowed);
  }

  @Override
  public Value input(String name, Type type) {
    Type before = inputs.putIfAbsent(name, type);
    if (before != null && !before.equals(type)) {
      throw new ShapeException(
          "input '" + name + "' is " + before + " and cannot be " + type + " too");
    }
    return apply(new Leaf.Input(name, type));
  }

  @Override
  public Value scheduled(String name, Schedule schedule) {
    if (trained) {
      return constant(schedule.at(1, 1));
    }
    Schedule before = schedules.putIfAbsent(name, schedule);
    if (before != null && !before.equals(schedule)) {
      throw new AeException(
          "AE-G005", "two schedules are called '" + name + "'; give each its own name");
    }
    return input(name, Type.real(Shape.scalar()));
  }

  /** Returns the schedules of the scalars that the function takes, by name. */
  public Map<String, Schedule> schedules() {
    return Collections.unmodifiableMap(schedules);
  }

  @Override
  public boolean training() {
    return training;
  }

  @Override
  public <T> T scope(String name, Supplier<T> body) {
    String outer = scope;
    scope = path(name);
    try {
      return body.get();
    } finally {
      scope = outer;
    }
  }

  @Override
  public String stream(String name) {
    String path = path(name);
    if (!streams.add(path)) {
      throw new AeException(
          "AE-G006",
          "two streams of random numbers are called '"
              + path
              + "': they would draw the same numbers."
              + " Give each its own name or scope");
    }
    return path;
  }

  private String path(String name) {
    return scope.isEmpty() ? name : scope + "/" + name;
  }

  @Override
  public Value step() {
    return read(step);
  }

  @Override
  public List<Value> gradient(Value scalar, List<? extends Operand> by) {
    if (scalar.shape().rank() != 0 || scalar.kind() != Kind.REAL) {
      throw new ShapeException("gradient: of a real scalar [], got " + scalar.type());
    }
    return Gradients.of(this, nodes, scalar, by.stream().map(this::value).toList());
  }

  /** Returns whether a value is computed from a variable, gradients stopped or not. */
  public boolean depends(Value value, Var variable) {
    return Gradients.reaching(nodes, List.of(read(variable))).contains(value);
  }
}
