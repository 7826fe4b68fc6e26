package io.ae.core.nn;

import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.data.DataSpec;
import io.ae.api.graph.DType;
import io.ae.api.graph.Function;
import io.ae.api.graph.Init;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Program;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.core.autodiff.Tracer;
import io.ae.core.backend.JavaBackendProvider;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** A function of rows that draws, run step by step; each run is the next step. */
final class Drawn implements AutoCloseable {
  private final Backend backend = new JavaBackendProvider().open(new BackendSettings(1));
  private final CompiledModel model;
  private final Session session;
  private final int features;

  Drawn(DataSpec data, long seed, BiFunction<Ops, Value, Value> body) {
    Var step = new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);
    Tracer o = new Tracer(true, step);
    Value y = body.apply(o, o.input("x", Type.real(Shape.rows(data.row()))));
    o.write(step, o.add(step, o.apply(new Leaf.Literal(1, Kind.STEP))));
    Function f = o.function("f", Map.of("y", y));
    this.features = data.features();
    this.model =
        backend.compile(
            new Program(List.of(step), Map.of("f", f)), new CompileOptions(DType.F32, seed));
    this.session = model.session("f", 512);
  }

  /** Returns what becomes of so many equal rows. */
  float[][] of(float value, int rows) {
    float[] row = new float[features];
    Arrays.fill(row, value);
    return of(row, rows);
  }

  /** Returns what becomes of so many equal rows. */
  float[][] of(float[] row, int rows) {
    FloatBuffer x = session.input("x").order(ByteOrder.nativeOrder()).asFloatBuffer();
    for (int i = 0; i < rows; i++) {
      x.put(i * features, row);
    }
    session.run(rows, 0);
    FloatBuffer y = session.output("y").order(ByteOrder.nativeOrder()).asFloatBuffer();
    float[][] out = new float[rows][features];
    for (int i = 0; i < rows; i++) {
      y.get(i * features, out[i]);
    }
    return out;
  }

  @Override
  public void close() {
    session.close();
    model.close();
    backend.close();
  }
}
