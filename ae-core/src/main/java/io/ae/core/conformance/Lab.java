package io.ae.core.conformance;

import io.ae.api.AeException;
import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.DType;
import io.ae.api.graph.Program;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where backends are tried: opens them, compiles, fills and reads. */
final class Lab {
  /** Threads of a usual trial: the batch is cut, also where some shard is empty. */
  static final int THREADS = 3;

  private Lab() {}

  static Backend open(BackendProvider provider) {
    return provider.open(new BackendSettings(THREADS));
  }

  /** What is tried on a compiled program. */
  interface Use {
    void with(CompiledModel model) throws Exception;
  }

  /** Compiles in single precision, which every backend has, and closes all at the end. */
  static void with(BackendProvider provider, Program program, Use use) throws Exception {
    with(provider, THREADS, DType.F32, program, use);
  }

  static void with(BackendProvider provider, int threads, DType compute, Program program, Use use)
      throws Exception {
    try (Backend backend = provider.open(new BackendSettings(threads));
        CompiledModel model = backend.compile(program, new CompileOptions(compute, 42))) {
      use.with(model);
    }
  }

  /** Returns the compute types that a backend has. */
  static List<DType> computes(Backend backend) {
    List<DType> has = new ArrayList<>();
    for (DType type : List.of(DType.F32, DType.F64, DType.BF16)) {
      if (refusal(backend, type) == null) {
        has.add(type);
      }
    }
    return has;
  }

  /** Returns why a compute type is refused; null if it compiles. */
  static @Nullable AeException refusal(Backend backend, DType compute) {
    Program small = Programs.of(o -> Map.of("y", o.exp(o.input("x", Type.real(Shape.rows(2))))));
    try {
      backend.compile(small, new CompileOptions(compute, 1)).close();
      return null;
    } catch (AeException e) {
      return e;
    }
  }

  /** Fills an input from its start. */
  static void fill(Session session, String name, double... values) {
    Tensors.put(session.input(name), session.type(name), values);
  }

  /** Returns the first numbers of an output. */
  static double[] output(Session session, String name, int count) {
    return Tensors.get(session.output(name), session.type(name), count);
  }

  /** Returns a variable's numbers. */
  static double[] read(CompiledModel model, String variable, int count) {
    DType type = model.type(variable);
    var buffer = Tensors.allocate(type, count);
    model.read(variable, buffer);
    return Tensors.get(buffer, type, count);
  }

  /** Sets a variable. */
  static void write(CompiledModel model, String variable, double... values) {
    model.write(variable, Tensors.of(model.type(variable), values));
  }

  /** Returns as many distinct numbers, exact in single precision. */
  static double[] numbers(int count) {
    Fill fill = new Fill.Signed();
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) fill.at(i, 0);
    }
    return values;
  }
}
