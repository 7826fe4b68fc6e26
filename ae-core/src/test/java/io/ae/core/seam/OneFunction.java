package io.ae.core.seam;

import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.DType;
import io.ae.api.graph.Function;
import io.ae.api.graph.Init;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Program;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.core.autodiff.Tracer;
import io.ae.core.backend.JavaBackendProvider;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program of a few functions without a network around them. */
final class OneFunction implements AutoCloseable {
  static final Var STEP = new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);

  final CompiledModel model;
  private final Backend backend;
  private final Program program;

  OneFunction(DType compute, int shards, Function... functions) {
    Set<Var> state = new LinkedHashSet<>();
    for (Function f : functions) {
      state.addAll(f.reads());
      state.addAll(f.writes().keySet());
    }
    program =
        new Program(
            List.copyOf(state),
            Stream.of(functions).collect(Collectors.toMap(Function::name, f -> f)));
    backend = new JavaBackendProvider().open(new BackendSettings(shards));
    model = backend.compile(program, new CompileOptions(compute, Taught.SEED));
  }

  static Function trace(String name, java.util.function.Function<Ops, Map<String, Value>> body) {
    return Tracer.trace(name, true, STEP, body);
  }

  /** Runs a function on rows of {@code x}; returns one of its outputs. */
  double[] run(String function, String output, Examples data) {
    try (Session s = model.session(function, Math.max(1, data.rows()), data.nonZeros())) {
      data.given()
          .forEach(
              (name, values) -> {
                if (takes(function, name)) {
                  Numbers.put(s.input(name), s.type(name), values);
                }
              });
      s.run(data.rows(), data.firstRow());
      Shape shape = program.function(function).outputs().get(output).shape();
      int n = (int) shape.elements(data.rows(), data.nonZeros());
      return Numbers.get(s.output(output), s.type(output), n);
    }
  }

  private boolean takes(String function, String name) {
    List<String> inputs = new ArrayList<>();
    program.function(function).inputs().forEach(i -> inputs.add(i.name()));
    return inputs.contains(name) || (inputs.contains("x") && name.startsWith("x."));
  }

  @Override
  public void close() {
    backend.close();
  }
}
