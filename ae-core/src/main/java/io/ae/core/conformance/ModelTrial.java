package io.ae.core.conformance;

import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.DType;
import io.ae.api.graph.Function;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Var;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.api.model.Network;
import io.ae.core.backend.JavaBackendProvider;
import io.ae.core.trace.DeclaredVars;
import io.ae.core.trace.ModelProgram;
import io.ae.core.trace.PhaseProgram;
import io.ae.core.trace.TraceOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A plugin's default model for one kind of tiny data, on the backend {@code java}. */
final class ModelTrial implements AutoCloseable {
  private final TinyData data;
  private final DeclaredVars vars = new DeclaredVars();
  private final ModelProgram model;
  private final Backend backend;
  private final CompiledModel compiled;
  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private Map<String, double[]> given = Map.of();

  ModelTrial(AutoencoderPlugin<?> plugin, TinyData data, DType compute) {
    this(new JavaBackendProvider(), plugin, data, compute, 1, TraceOptions.defaults());
  }

  ModelTrial(
      BackendProvider provider,
      AutoencoderPlugin<?> plugin,
      TinyData data,
      DType compute,
      long seed,
      TraceOptions options) {
    this.data = data;
    Network network = network(plugin, data, vars);
    this.model = ModelProgram.trace(network, data.spec(), vars, options);
    this.backend = provider.open(new BackendSettings(1));
    this.compiled = backend.compile(model.program(), new CompileOptions(compute, seed));
  }

  /** Builds the network of the defaults. */
  static <C extends Record> Network network(
      AutoencoderPlugin<C> plugin, TinyData data, DeclaredVars vars) {
    return plugin.network(PluginConfig.defaults(plugin.configType()), data.spec(), vars);
  }

  ModelProgram model() {
    return model;
  }

  CompiledModel compiled() {
    return compiled;
  }

  DeclaredVars vars() {
    return vars;
  }

  TinyData data() {
    return data;
  }

  /** Gives inputs that are not data, such as a code or a rate. */
  ModelTrial given(Map<String, double[]> more) {
    given = more;
    return this;
  }

  /** Runs a function on some of the rows and returns its outputs. */
  Map<String, double[]> run(String name, int from, int rows) {
    Function function = model.program().function(name);
    Session session = session(name);
    for (Leaf.Input input : function.inputs()) {
      fill(session, input, from, rows);
    }
    session.run(rows, from);
    Map<String, double[]> outputs = new LinkedHashMap<>();
    function
        .outputs()
        .forEach(
            (output, value) ->
                outputs.put(
                    output,
                    Lab.output(session, output, Math.toIntExact(value.shape().elements(rows, 0)))));
    return outputs;
  }

  /** Returns the session in which {@link #run} runs a function. */
  Session session(String function) {
    int nonZeros = TinyData.ROWS * data.spec().features();
    return sessions.computeIfAbsent(
        function, name -> compiled.session(name, TinyData.ROWS, nonZeros));
  }

  private void fill(Session session, Leaf.Input input, int from, int rows) {
    String name = input.name();
    double[] more = given.get(name);
    if (more != null) {
      Lab.fill(session, name, more);
    } else if (name.equals("label")) {
      Lab.fill(session, name, data.labels(from, rows));
    } else if (!name.equals("x")) {
      throw new CheckFailure("the kit has no number for input '" + name + "'");
    } else if (data.spec().sparse()) {
      int width = data.spec().features();
      double[] kept = SparseRows.drop(data.rows(from, rows), width, from);
      SparseRows.put(session, name, kept, width, from, rows);
    } else {
      Lab.fill(session, name, data.rows(from, rows));
    }
  }

  /**
   * Runs one step of a phase on all rows.
   *
   * @param rate learning rate
   * @param step of so many {@code steps}, which the schedules see
   * @return the loss before the step
   */
  double step(PhaseProgram phase, double rate, int step, int steps) {
    Map<String, double[]> scalars = new LinkedHashMap<>();
    scalars.put("rate", new double[] {rate});
    phase.scheduled().forEach((n, s) -> scalars.put(n, new double[] {s.at(step, steps)}));
    Map<String, double[]> outputs = given(scalars).run("train." + phase.name(), 0, TinyData.ROWS);
    return Objects.requireNonNull(outputs.get("loss"))[0];
  }

  /** Trains all phases as the trainer does and returns their losses, by phase. */
  Map<String, List<Double>> train(int steps) {
    Map<Integer, List<PhaseProgram>> turns = new LinkedHashMap<>();
    Map<String, List<Double>> losses = new LinkedHashMap<>();
    for (PhaseProgram p : model.phases()) {
      turns.computeIfAbsent(p.turn(), t -> new ArrayList<>()).add(p);
      losses.put(p.name(), new ArrayList<>());
    }
    for (List<PhaseProgram> turn : turns.values()) {
      turn.stream().filter(PhaseProgram::begins).forEach(p -> run("begin." + p.name(), 0, 1));
      for (int i = 0; i < steps; i++) {
        for (PhaseProgram p : turn) {
          double rate = p.rate() * p.schedule().at(i, steps);
          losses.getOrDefault(p.name(), List.of()).add(step(p, rate, i, steps));
        }
      }
    }
    return losses;
  }

  /** Returns the whole state. */
  Map<String, double[]> state() {
    Map<String, double[]> state = new LinkedHashMap<>();
    for (Var v : model.program().state()) {
      int size = Math.toIntExact(v.shape().elements());
      state.put(v.name(), Lab.read(compiled, v.name(), size));
    }
    return state;
  }

  /** Sets the whole state. */
  void restore(Map<String, double[]> state) {
    state.forEach((name, values) -> Lab.write(compiled, name, values));
  }

  @Override
  public void close() {
    sessions.values().forEach(Session::close);
    compiled.close();
    backend.close();
  }
}
