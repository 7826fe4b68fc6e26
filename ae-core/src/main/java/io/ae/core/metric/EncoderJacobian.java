package io.ae.core.metric;

import io.ae.api.AeException;
import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.DType;
import io.ae.api.graph.Function;
import io.ae.api.graph.Init;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Program;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.api.model.Capability;
import io.ae.core.autodiff.Tracer;
import io.ae.core.file.read.ModelFile;
import io.ae.core.train.Reals;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The Jacobian ∂h/∂x of a saved model's encoder, exact, by the graph's own derivatives: whatever
 * the encoder is, its traced function is differentiated. Used by one thread.
 */
public final class EncoderJacobian implements AutoCloseable {
  private static final String NAME = "jacobian";

  /** Units at a time. */
  private static final int BATCH = 256;

  private final Backend backend;
  private final CompiledModel model;
  private final Session session;
  private final int units;
  private final int features;
  private final float[] direction;

  private EncoderJacobian(Backend backend, CompiledModel model, int units, int features) {
    this.backend = backend;
    this.model = model;
    this.units = units;
    this.features = features;
    this.session = model.session(NAME, Math.min(units, BATCH));
    this.direction = new float[units];
  }

  /**
   * Compiles the derivative of a model's encoder.
   *
   * @throws AeException {@code AE-M005} if it takes sparse rows or its code is not made of reals
   */
  public static EncoderJacobian open(
      ModelFile file, BackendProvider provider, BackendSettings settings) {
    Program own = file.program();
    Function encode = own.function(Capability.ENCODE.function());
    Function jacobian = derivative(encode);
    Program both = new Program(own.state(), Map.of(NAME, jacobian));
    Backend backend = provider.open(settings);
    try {
      CompileOptions options = new CompileOptions(DType.F32, file.metadata().provenance().seed());
      CompiledModel model = backend.compile(both, options);
      file.writeTo(model);
      int features = file.metadata().data().features();
      return new EncoderJacobian(backend, model, file.metadata().codeWidth(), features);
    } catch (RuntimeException | Error e) {
      backend.close();
      throw e;
    }
  }

  /** Returns a function of x and v that gives vᵀJ for each row. */
  static Function derivative(Function encode) {
    // The encoder draws nothing after training, so that the counter of steps is not asked for.
    Type counter = new Type(Shape.scalar(), Kind.STEP);
    Tracer o = new Tracer(false, new Var("step", counter, Init.zeros(), false));
    Map<Value, Value> copies = new IdentityHashMap<>();
    Value x = null;
    for (Value node : encode.nodes()) {
      Value[] inputs = node.inputs().stream().map(copies::get).toArray(Value[]::new);
      Value copy = o.apply(node.op(), inputs);
      copies.put(node, copy);
      x = node.op() instanceof Leaf.Input ? copy : x;
    }
    Value code = Objects.requireNonNull(copies.get(encode.outputs().get("code")));
    if (x == null || x.kind() != Kind.REAL || code.kind() != Kind.REAL) {
      throw new AeException(
          "AE-M005",
          "The Jacobian is of encoders that take dense rows to real numbers. This one takes "
              + (x == null ? "nothing" : x.type())
              + " to "
              + code.type());
    }
    Value v = o.input("v", code.type()); // [B, L]
    Value along = o.sumAll(o.mul(code, v)); // []
    Value product = o.gradient(along, List.of(x)).get(0); // [B, …]
    return o.function(NAME, Map.of("product", product));
  }

  /**
   * Returns the Jacobian at a row.
   *
   * @param row as the model sees it, scaled, {@code [D]}
   * @return {@code [L][D]}
   */
  public float[][] at(float[] row) {
    if (row.length != features) {
      throw new IllegalArgumentException(row.length + " values, " + features + " are wanted");
    }
    List<float[]> rows = new ArrayList<>();
    Reals x = Reals.input(session, "x");
    Reals v = Reals.input(session, "v");
    for (int from = 0; from < units; from += BATCH) {
      int n = Math.min(BATCH, units - from);
      for (int i = 0; i < n; i++) {
        x.put(i * features, row, 0, features);
        direction[from + i] = 1;
        v.put(i * units, direction, 0, units);
        direction[from + i] = 0;
      }
      session.run(n, 0);
      Reals product = Reals.output(session, "product");
      for (int i = 0; i < n; i++) {
        rows.add(product.get(i * features, features));
      }
    }
    return rows.toArray(float[][]::new);
  }

  @Override
  public void close() {
    session.close();
    model.close();
    backend.close();
  }
}
