package io.ae.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.Binary;
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
import io.ae.api.model.Adam;
import io.ae.core.autodiff.Tracer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** A small autoencoder with dropout, traced by hand, and what tests do with it. */
final class Bench {
  static final int WIDTH = 20;
  static final String TRAIN = "train";
  static final String ENCODE = "encode";

  private final List<Var> state = new ArrayList<>();

  private Var parameter(String name, Init init, int... dims) {
    Var v = new Var(name, Type.real(Shape.of(dims)), init, true);
    state.add(v);
    return v;
  }

  /** Returns the program: train (Adam, dropout), encode. */
  static Program program() {
    Bench b = new Bench();
    Var w = b.parameter("w", Init.glorot(WIDTH, 7, 1), WIDTH, 7);
    Var c = b.parameter("c", Init.zeros(), 7);
    Var u = b.parameter("u", Init.glorot(7, WIDTH, 1), 7, WIDTH);
    Var d = b.parameter("d", Init.zeros(), WIDTH);
    Var step = new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);
    b.state.add(step);
    Tracer o = new Tracer(true, step);
    Value x = o.input("x", Type.real(Shape.rows(WIDTH)));
    Value h = o.dropout("drop", o.sigmoid(o.dense(x, w, c)), .25); // [B, 7]
    Value error = o.sub(o.sigmoid(o.dense(h, u, d)), x); // [B, WIDTH]
    Value loss = o.meanRows(o.sumFeatures(o.square(error)));
    List<Var> parameters = List.of(w, c, u, d);
    List<Value> gradients = o.gradient(loss, parameters);
    Value one = o.apply(new Leaf.Literal(1, Kind.STEP));
    Value t = o.apply(Binary.ADD, step, one);
    Value rate = o.input("rate", Type.real(Shape.scalar()));
    Adam adam = new Adam(.01, .9, .999, 1e-8, 0);
    Map<String, Var> slots = new LinkedHashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      Var p = parameters.get(i);
      adam.update(
          o,
          name ->
              slots.computeIfAbsent(
                  p.name() + "/" + name, path -> new Var(path, p.type(), Init.zeros(), false)),
          p,
          gradients.get(i),
          t,
          rate);
    }
    o.write(step, t);
    b.state.addAll(slots.values());
    Function train = o.function(TRAIN, Map.of("loss", loss));
    Tracer e = new Tracer(false, step);
    Value y = e.sigmoid(e.dense(e.input("x", Type.real(Shape.rows(WIDTH))), w, c));
    return new Program(
        b.state, Map.of(TRAIN, train, ENCODE, e.function(ENCODE, Map.of("code", y))));
  }

  /** Trains and returns the losses, and the state behind them. */
  static double[] train(BackendProvider provider, int threads, DType compute, int steps, int rows) {
    Program program = program();
    try (Backend backend = provider.open(new BackendSettings(threads));
        CompiledModel model = backend.compile(program, new CompileOptions(compute, 3));
        Session session = model.session(TRAIN, rows)) {
      double[] results = new double[steps];
      for (int s = 0; s < steps; s++) {
        fill(session, rows);
        put(session.input("rate"), session.type("rate"), .01);
        session.run(s % 4 == 3 ? rows - 3 : rows, 0);
        results[s] = get(session.output("loss"), session.type("loss"));
      }
      List<Double> all = new ArrayList<>();
      for (double r : results) {
        all.add(r);
      }
      for (Var v : program.state()) {
        for (double value : read(model, v)) {
          all.add(value);
        }
      }
      return all.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  static void fill(Session session, int rows) {
    ByteBuffer x = session.input("x");
    for (int i = 0; i < rows * WIDTH; i++) {
      put(x, session.type("x"), Math.floorMod(i * 7919L, 97) / 97.0);
    }
  }

  static double[] read(CompiledModel model, Var v) {
    int n = (int) v.shape().elements();
    ByteBuffer bytes = ByteBuffer.allocate(8 * n).order(ByteOrder.nativeOrder());
    model.read(v.name(), bytes);
    bytes.flip();
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = get(bytes, model.type(v.name()));
    }
    return values;
  }

  static void put(ByteBuffer into, DType type, double value) {
    switch (type) {
      case F32 -> into.putFloat((float) value);
      case F64 -> into.putDouble(value);
      case I32 -> into.putInt((int) value);
      default -> into.putLong((long) value);
    }
  }

  static double get(ByteBuffer from, DType type) {
    return switch (type) {
      case F32 -> from.getFloat();
      case F64 -> from.getDouble();
      case I32 -> from.getInt();
      default -> from.getLong();
    };
  }

  /** Trains parameters with Adam; its moments join the variables. */
  static void adam(
      Tracer o,
      List<Var> parameters,
      List<Value> gradients,
      Value t,
      IntFunction<Value> rate,
      Map<String, Var> variables) {
    for (int i = 0; i < parameters.size(); i++) {
      Var p = parameters.get(i);
      new Adam(.01, .9, .999, 1e-8, 0)
          .update(
              o,
              name ->
                  variables.computeIfAbsent(
                      p.name() + "/" + name, n -> new Var(n, p.type(), Init.zeros(), false)),
              p,
              gradients.get(i),
              t,
              rate.apply(i));
    }
  }

  /** Checks that a model that is given another one's variables goes on as that one does. */
  static void assertGoesOn(Program program, Consumer<CompiledModel> training) {
    try (Backend backend = new OneDnnProvider().open(new BackendSettings(2));
        CompiledModel first = backend.compile(program, new CompileOptions(DType.F32, 3));
        CompiledModel second = backend.compile(program, new CompileOptions(DType.F32, 4))) {
      training.accept(first);
      copy(first, second);
      training.accept(first);
      training.accept(second);
      for (Var v : program.state()) {
        assertThat(read(second, v)).as("%s", v).isEqualTo(read(first, v));
      }
    }
  }

  /** Writes all variables of a model to another one of the same program. */
  private static void copy(CompiledModel from, CompiledModel to) {
    for (Var v : from.program().state()) {
      int bytes = (int) v.shape().elements() * from.type(v.name()).bytes();
      // Bytes are in the machine's order, whatever the buffer's is.
      ByteBuffer values = ByteBuffer.allocate(bytes).order(ByteOrder.BIG_ENDIAN);
      from.read(v.name(), values);
      assertThat(values.hasRemaining()).as("room left for %s", v).isFalse();
      to.write(v.name(), values.flip());
      assertThat(values.hasRemaining()).as("values left of %s", v).isFalse();
    }
  }

  private Bench() {}
}
