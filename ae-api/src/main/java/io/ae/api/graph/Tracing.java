package io.ae.api.graph;

import java.util.List;
import java.util.function.Supplier;

/** What the tracer itself does; everything else in {@link Ops} is written with it. */
public sealed interface Tracing
    permits ElementwiseOps, LayoutOps, ProductOps, RowOps, SpatialOps, SparseOps, DrawOps {
  /**
   * Applies an op. Equal ops on the same inputs give the same node.
   *
   * @throws ShapeException if the inputs do not fit, naming op, axes, sizes and scope
   */
  Value apply(Op op, Operand... inputs);

  /** Returns the variable as it was before the run. */
  Value read(Var variable);

  /** Returns the value itself, or the variable's as {@link #read} does. */
  default Value value(Operand x) {
    return x instanceof Var variable ? read(variable) : (Value) x;
  }

  /** Declares what the variable is after the run; twice for one variable is refused. */
  void write(Var variable, Value value);

  /** Returns a tensor given to each run under this name; the same name twice is the same input. */
  Value input(String name, Type type);

  /**
   * Returns a real scalar {@code []} that the trainer feeds from a schedule: a weight, a
   * temperature. In what a trained model does it is the schedule's last value.
   */
  Value scheduled(String name, Schedule schedule);

  /** Returns whether this trace is for training; corruption, dropout and writes ask it. */
  boolean training();

  /** Puts a name around what the body builds: streams of random numbers and messages carry it. */
  <T> T scope(String name, Supplier<T> body);

  /**
   * Returns gradients of a real scalar; they are ordinary values, with gradients of their own.
   *
   * @param scalar what is differentiated, {@code []}
   * @param by values or variables
   * @return one gradient for each of {@code by}, of its shape; zeros where nothing depends on it
   */
  List<Value> gradient(Value scalar, List<? extends Operand> by);

  /**
   * Returns the path of a stream of random numbers; the same name twice in a function is refused.
   */
  String stream(String name);

  /** Returns the global step that keys random numbers, a {@link Kind#STEP} scalar. */
  Value step();
}
