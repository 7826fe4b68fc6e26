package io.ae.models;

import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.data.DataSpec;
import io.ae.api.graph.DType;
import io.ae.api.graph.Var;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.core.backend.JavaBackendProvider;
import io.ae.core.trace.DeclaredVars;
import io.ae.core.trace.ModelProgram;
import io.ae.core.trace.TraceOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.Random;

/** A plugin's model in double precision, stepped by hand on random rows in [0, 1]. */
public final class Training implements AutoCloseable {
  private static final int ROWS = 12;

  private final Backend backend = new JavaBackendProvider().open(new BackendSettings(1));
  private final ModelProgram model;
  private final CompiledModel compiled;
  private final Session step;

  /** Compiles the model with seed 5. */
  public <C extends Record> Training(AutoencoderPlugin<C> plugin, C config, int features) {
    DeclaredVars vars = new DeclaredVars();
    DataSpec data = DataSpec.vectors(features).withRange(0, 1);
    model =
        ModelProgram.trace(plugin.network(config, data, vars), data, vars, TraceOptions.defaults());
    compiled = backend.compile(model.program(), new CompileOptions(DType.F64, 5));
    step = compiled.session("train." + model.phases().get(0).name(), ROWS);
    Random random = new Random(3);
    DoubleBuffer x = doubles(step.input("x"));
    while (x.hasRemaining()) {
      x.put(random.nextDouble());
    }
    doubles(step.input("rate")).put(0, model.phases().get(0).rate());
  }

  /** Sets the learning rate of the steps that follow. */
  public Training atRate(double rate) {
    doubles(step.input("rate")).put(0, rate);
    return this;
  }

  /** Trains so many steps and returns an output of the last, such as {@code loss}. */
  public double steps(int count, String output) {
    for (int i = 0; i < count; i++) {
      step.run(ROWS, 0);
    }
    return doubles(step.output(output)).get(0);
  }

  /** Returns the codes of the rows, row-major. */
  public double[] codes(int width) {
    double[] codes = new double[ROWS * width];
    try (Session encode = compiled.session("encode", ROWS)) {
      doubles(encode.input("x")).put(doubles(step.input("x")));
      encode.run(ROWS, 0);
      doubles(encode.output("code")).get(codes);
    }
    return codes;
  }

  /** Returns a variable's elements, row-major. */
  public double[] read(String name) {
    Var variable =
        model.program().state().stream()
            .filter(v -> v.name().equals(name))
            .findFirst()
            .orElseThrow();
    double[] values = new double[Math.toIntExact(variable.shape().elements())];
    ByteBuffer bytes = ByteBuffer.allocateDirect(values.length * 8).order(ByteOrder.nativeOrder());
    compiled.read(name, bytes);
    doubles(bytes.flip()).get(values);
    return values;
  }

  /** Returns how many parameters the model has. */
  public long parameters() {
    return model.program().state().stream()
        .filter(Var::parameter)
        .mapToLong(v -> v.shape().elements())
        .sum();
  }

  private static DoubleBuffer doubles(ByteBuffer bytes) {
    return bytes.order(ByteOrder.nativeOrder()).asDoubleBuffer();
  }

  @Override
  public void close() {
    step.close();
    compiled.close();
    backend.close();
  }
}
