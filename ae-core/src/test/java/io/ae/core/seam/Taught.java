package io.ae.core.seam;

import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.data.DataSpec;
import io.ae.api.graph.DType;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Var;
import io.ae.api.model.Network;
import io.ae.api.model.Vars;
import io.ae.core.backend.JavaBackendProvider;
import io.ae.core.trace.DeclaredVars;
import io.ae.core.trace.ModelProgram;
import io.ae.core.trace.PhaseProgram;
import io.ae.core.trace.TraceOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A network traced, compiled on {@code java} and taught a few rows: what seam tests use. */
final class Taught implements AutoCloseable {
  static final long SEED = 11;

  final ModelProgram traced;
  final CompiledModel model;
  private final Backend backend;
  private final DType compute;
  private final Map<String, Session> sessions = new HashMap<>();
  private int capacity = 1;

  Taught(Function<Vars, Network> network, DataSpec data, DType compute, int shards) {
    this(network, data, compute, shards, TraceOptions.defaults());
  }

  Taught(
      Function<Vars, Network> network,
      DataSpec data,
      DType compute,
      int shards,
      TraceOptions options) {
    DeclaredVars vars = new DeclaredVars();
    this.compute = compute;
    traced = ModelProgram.trace(network.apply(vars), data, vars, options);
    backend = new JavaBackendProvider().open(new BackendSettings(shards));
    model = backend.compile(traced.program(), new CompileOptions(compute, SEED));
  }

  /** Opens sessions with room for at least so many rows from now on. */
  Taught capacity(int rows) {
    capacity = rows;
    return this;
  }

  /** Returns a function's session for so many rows of data. */
  private Session session(String function, Examples data) {
    int rows = Math.max(capacity, data.rows());
    return sessions.computeIfAbsent(
        function + " " + rows,
        key -> model.session(function, rows, Math.max(capacity, data.nonZeros())));
  }

  /** Runs a function on rows; scheduled scalars are given the value of their schedule's start. */
  Map<String, double[]> run(String function, Examples data) {
    return run(function, data, 1);
  }

  /** Runs a function on rows, with a factor on the phase's rate. */
  Map<String, double[]> run(String function, Examples data, double factor) {
    Session session = session(function, data);
    for (Leaf.Input input : traced.program().function(function).inputs()) {
      fill(session, function, input.name(), data, factor);
    }
    session.run(data.rows(), data.firstRow());
    Map<String, double[]> results = new HashMap<>();
    traced
        .program()
        .function(function)
        .outputs()
        .forEach(
            (name, value) -> {
              int n = (int) value.shape().elements(data.rows(), data.nonZeros());
              results.put(name, Numbers.get(session.output(name), session.type(name), n));
            });
    return results;
  }

  private void fill(Session session, String function, String name, Examples data, double factor) {
    if (data.given().containsKey(name)) {
      Numbers.put(session.input(name), session.type(name), data.given().get(name));
    } else if (name.equals("x")) {
      for (String part : List.of("x.lengths", "x.columns", "x.values")) {
        Numbers.put(session.input(part), session.type(part), data.given().get(part));
      }
    } else {
      double value = scalar(function, name) * (name.equals("rate") ? factor : 1);
      Numbers.put(session.input(name), session.type(name), new double[] {value});
    }
  }

  private double scalar(String function, String name) {
    String phase = function.substring(function.indexOf('.') + 1);
    for (PhaseProgram p : traced.phases()) {
      if (p.name().equals(phase)) {
        return name.equals("rate") ? p.rate() : p.scheduled().get(name).at(0, 1);
      }
    }
    throw new IllegalArgumentException("no value for input '" + name + "' of " + function);
  }

  /** Does steps of all phases of a turn, one after another; returns each step's losses added. */
  List<Double> steps(int turn, int steps, Examples data) {
    List<Double> losses = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      double loss = 0;
      for (PhaseProgram p : traced.phases()) {
        if (p.turn() == turn) {
          loss += run("train." + p.name(), data).get("loss")[0];
        }
      }
      losses.add(loss);
    }
    return losses;
  }

  Var variable(String name) {
    return traced.program().state().stream()
        .filter(v -> v.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  double[] read(String variable) {
    int n = (int) variable(variable).shape().elements();
    ByteBuffer bytes =
        ByteBuffer.allocate(n * model.type(variable).bytes()).order(ByteOrder.nativeOrder());
    model.read(variable, bytes);
    return Numbers.get(bytes.flip().order(ByteOrder.nativeOrder()), model.type(variable), n);
  }

  void write(String variable, double... values) {
    DType type = model.type(variable);
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * type.bytes()).order(ByteOrder.nativeOrder());
    Numbers.put(bytes, type, values);
    model.write(variable, bytes);
  }

  DType compute() {
    return compute;
  }

  @Override
  public void close() {
    backend.close();
  }
}
