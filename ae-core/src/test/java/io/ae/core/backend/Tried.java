package io.ae.core.backend;

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
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs formulas on the backend {@code java}: what tests of ops are written with. */
final class Tried {
  static final long SEED = 7;

  private final Map<String, Object> given = new LinkedHashMap<>();
  private DType compute = DType.F64;
  private int shards = 1;
  private int rows = 1;
  private long firstRow;
  private int nonZeros;

  static Tried rows(int rows) {
    Tried t = new Tried();
    t.rows = rows;
    return t;
  }

  Tried with(String name, double... values) {
    given.put(name, values);
    return this;
  }

  Tried with(String name, int[] indices) {
    given.put(name, indices);
    return this;
  }

  /** Sparse rows from dense ones: what is not zero. */
  Tried sparse(String name, int width, double... dense) {
    int[] lengths = new int[dense.length / width];
    List<Integer> columns = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < dense.length; i++) {
      if (dense[i] != 0) {
        lengths[i / width]++;
        columns.add(i % width);
        values.add(dense[i]);
      }
    }
    given.put(name + ".lengths", lengths);
    given.put(name + ".columns", columns.stream().mapToInt(Integer::intValue).toArray());
    given.put(name + ".values", values.stream().mapToDouble(Double::doubleValue).toArray());
    nonZeros = values.size();
    return this;
  }

  Tried shards(int number) {
    shards = number;
    return this;
  }

  Tried in(DType type) {
    compute = type;
    return this;
  }

  Tried from(long row) {
    firstRow = row;
    return this;
  }

  /** Returns the value of one formula. */
  double[] of(java.util.function.Function<Ops, Value> formula) {
    return all(o -> Map.of("y", formula.apply(o))).get("y");
  }

  /** Returns the values of several formulas. */
  Map<String, double[]> all(java.util.function.Function<Ops, Map<String, Value>> formulas) {
    Var step = new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);
    return run(Tracer.trace("f", true, step, formulas));
  }

  Map<String, double[]> run(Function function) {
    Set<Var> state = new LinkedHashSet<>(function.reads());
    state.addAll(function.writes().keySet());
    Program program = new Program(List.copyOf(state), Map.of(function.name(), function));
    try (Backend backend = new JavaBackendProvider().open(new BackendSettings(shards));
        CompiledModel model = backend.compile(program, new CompileOptions(compute, SEED));
        Session session = model.session(function.name(), Math.max(1, rows), nonZeros)) {
      Set<String> taken = new LinkedHashSet<>();
      function.inputs().forEach(i -> taken.add(i.name()));
      given.forEach(
          (name, values) -> {
            // Tests give all their numbers to formulas that each use some.
            if (taken.contains(name.replaceFirst("\\..*", ""))) {
              put(session.input(name), session.type(name), values);
            }
          });
      session.run(rows, firstRow);
      Map<String, double[]> results = new LinkedHashMap<>();
      function
          .outputs()
          .forEach(
              (name, value) -> {
                int n = (int) value.shape().elements(rows, nonZeros);
                results.put(name, get(session.output(name), session.type(name), n));
              });
      return results;
    }
  }

  static void put(ByteBuffer into, DType type, Object values) {
    if (values instanceof int[] indices) {
      into.asIntBuffer().put(indices);
    } else if (values instanceof double[] reals && type == DType.F64) {
      into.asDoubleBuffer().put(reals);
    } else if (values instanceof double[] reals) {
      for (double v : reals) {
        into.putFloat((float) v);
      }
    } else {
      throw new IllegalArgumentException("reals or indices");
    }
  }

  static double[] get(ByteBuffer from, DType type, int n) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] =
          switch (type) {
            case F32 -> from.getFloat();
            case F64 -> from.getDouble();
            case I32 -> from.getInt();
            case I64 -> from.getLong();
            case BF16 -> throw new IllegalArgumentException("no BF16");
          };
    }
    return values;
  }
}
