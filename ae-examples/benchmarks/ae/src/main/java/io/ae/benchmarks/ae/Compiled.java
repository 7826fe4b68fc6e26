package io.ae.benchmarks.ae;

import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.graph.DType;
import io.ae.api.graph.Var;
import io.ae.core.trace.DeclaredVars;
import io.ae.core.trace.ModelProgram;
import io.ae.core.trace.TraceOptions;
import io.ae.core.train.BatchTarget;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** A work item's network, traced and compiled on a backend of its own. */
final class Compiled implements AutoCloseable {
  private static final long SEED = 1;
  private static final int NO_LABEL = -1;

  private final Backend backend;
  private final int width;
  private final ModelProgram traced;
  private final CompiledModel model;

  /**
   * @param id of the backend
   * @param settings of the backend
   * @param compute type of the real values
   */
  Compiled(Model item, String id, BackendSettings settings, DType compute) {
    this.width = item.data().features();
    DeclaredVars vars = new DeclaredVars();
    this.traced =
        ModelProgram.trace(item.network().apply(vars), item.data(), vars, TraceOptions.defaults());
    this.backend = provider(id).open(settings);
    this.model = backend.compile(traced.program(), new CompileOptions(compute, SEED));
  }

  private static BackendProvider provider(String id) {
    return ServiceLoader.load(BackendProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(p -> p.descriptor().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no backend '" + id + "' on the path"));
  }

  ModelProgram traced() {
    return traced;
  }

  CompiledModel model() {
    return model;
  }

  /** Returns the values of a row. */
  int width() {
    return width;
  }

  /**
   * Puts the rows of a batch where they are wanted.
   *
   * @param rows {@code [n, width]}
   * @param labels one a row; empty where there are none
   */
  void put(BatchTarget batch, float[] rows, int[] labels, int n) {
    for (int i = 0; i < n; i++) {
      batch.put(i, rows, i * width, labels.length == 0 ? NO_LABEL : labels[i]);
    }
  }

  /**
   * Sets the network's variables.
   *
   * @param weights row-major, in the order in which the network declared its variables; an
   *     encoder's alone are enough
   */
  void write(Map<String, float[]> weights) {
    List<Var> vars = traced.network();
    if (weights.size() > vars.size()) {
      throw new IllegalArgumentException(
          "the network has " + vars + ", the weights are " + weights.keySet());
    }
    int next = 0;
    for (Map.Entry<String, float[]> tensor : weights.entrySet()) {
      write(vars.get(next++), tensor.getKey(), tensor.getValue());
    }
  }

  private void write(Var variable, String name, float[] values) {
    if (values.length != variable.shape().elements()) {
      throw new IllegalArgumentException(
          variable + " is no place for the " + values.length + " values of " + name);
    }
    boolean wide = model.type(variable.name()) == DType.F64;
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * (wide ? Double.BYTES : Float.BYTES))
            .order(ByteOrder.nativeOrder());
    for (float v : values) {
      if (wide) {
        bytes.putDouble(v);
      } else {
        bytes.putFloat(v);
      }
    }
    model.write(variable.name(), bytes.flip());
  }

  @Override
  public void close() {
    backend.close();
  }
}
