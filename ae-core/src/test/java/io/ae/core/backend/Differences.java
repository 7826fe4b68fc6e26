package io.ae.core.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Holds first and second derivatives of a formula against central differences, in double precision.
 * The formula's value y becomes the scalar Σ sin(1.3 y), so that nothing cancels.
 */
final class Differences {
  private static final double STEP = 1e-4;
  private static final double TOLERANCE = 1e-6;
  private static final String SPARSE = "sparse";

  /** A formula of its inputs, in the order in which they were added. */
  interface Formula {
    Value of(Ops o, List<Value> in);
  }

  private final int rows;
  private final Map<String, Type> types = new LinkedHashMap<>();
  private final Map<String, Object> given = new LinkedHashMap<>();
  private int nonZeros;

  Differences(int rows) {
    this.rows = rows;
  }

  /** Adds an input that is differentiated, drawn uniformly. */
  Differences real(double low, double high, int... dims) {
    String name = "i" + types.size();
    Shape shape = Shape.of(dims);
    int n = (int) shape.elements(rows, nonZeros);
    types.put(name, Type.real(shape));
    given.put(name, new Random(types.size()).doubles(n, low, high).toArray());
    return this;
  }

  /** Adds an input of indices. */
  Differences index(Shape shape, int... values) {
    String name = "i" + types.size();
    types.put(name, Type.index(shape));
    given.put(name, values);
    return this;
  }

  /** Adds sparse rows: the columns of each. */
  Differences pattern(int width, int[]... columns) {
    types.put(SPARSE, new Type(Shape.rows(width), Kind.SPARSE));
    List<Integer> all = new ArrayList<>();
    int[] lengths = new int[columns.length];
    for (int i = 0; i < columns.length; i++) {
      lengths[i] = columns[i].length;
      for (int c : columns[i]) {
        all.add(c);
      }
    }
    nonZeros = all.size();
    given.put(SPARSE + ".lengths", lengths);
    given.put(SPARSE + ".columns", all.stream().mapToInt(Integer::intValue).toArray());
    given.put(SPARSE + ".values", new Random(9).doubles(nonZeros, -1, 1).toArray());
    return this;
  }

  /** Checks both derivatives by every real input, on so many shards. */
  void hold(int shards, Formula formula) {
    List<String> names = types.keySet().stream().filter(this::differentiated).toList();
    Var step = new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);
    Function function = Tracer.trace("f", true, step, o -> outputs(o, formula, names));
    Program program = new Program(List.of(step), Map.of("f", function));
    try (Backend backend = new JavaBackendProvider().open(new BackendSettings(shards));
        CompiledModel model = backend.compile(program, new CompileOptions(DType.F64, 1));
        Session session = model.session("f", rows, nonZeros)) {
      given.forEach(
          (name, v) -> {
            if (used(function, name)) {
              Tried.put(session.input(name), session.type(name), v);
            }
          });
      for (String name : names) {
        double[] values = (double[]) given.get(name);
        session.run(rows, 0);
        double[] first = read(session, "g." + name, values.length);
        double[] second = read(session, "h." + name, values.length);
        for (int i = 0; i < values.length; i++) {
          double[] wanted = differences(session, name, values, i);
          String what = " derivative by element " + i + " of " + name;
          close("first" + what, first[i], wanted[0]);
          close("second" + what, second[i], wanted[1]);
        }
        Tried.put(session.input(name), DType.F64, values);
      }
    }
  }

  private boolean differentiated(String name) {
    Type type = types.get(name);
    return type != null && type.kind() == Kind.REAL;
  }

  private static boolean used(Function function, String name) {
    String input = name.startsWith(SPARSE) ? SPARSE : name;
    return function.inputs().stream().anyMatch(i -> i.name().equals(input));
  }

  private Map<String, Value> outputs(Ops o, Formula formula, List<String> names) {
    List<Value> in = types.entrySet().stream().map(e -> o.input(e.getKey(), e.getValue())).toList();
    List<Value> by = names.stream().map(n -> o.input(n, Type.real(types.get(n).shape()))).toList();
    Value y = formula.of(o, in);
    Value scalar = o.sumAll(o.sin(o.mul(y, 1.3)));
    List<Value> first = o.gradient(scalar, by);
    Value sum = o.constant(0);
    for (Value g : first) {
      sum = o.add(sum, o.sumAll(o.sin(g)));
    }
    List<Value> second = o.gradient(sum, by);
    Map<String, Value> outputs = new LinkedHashMap<>();
    outputs.put("scalar", scalar);
    outputs.put("sum", sum);
    for (int i = 0; i < by.size(); i++) {
      outputs.put("g." + names.get(i), first.get(i));
      outputs.put("h." + names.get(i), second.get(i));
    }
    return outputs;
  }

  /** Differences of two widths, so that the error is of the fourth order in the step. */
  private double[] differences(Session session, String name, double[] values, int i) {
    double[] up = moved(session, name, values, i, STEP);
    double[] down = moved(session, name, values, i, -STEP);
    double[] farUp = moved(session, name, values, i, 2 * STEP);
    double[] farDown = moved(session, name, values, i, -2 * STEP);
    double[] slope = new double[2];
    for (int k = 0; k < 2; k++) {
      slope[k] = (8 * (up[k] - down[k]) - (farUp[k] - farDown[k])) / (12 * STEP);
    }
    return slope;
  }

  private double[] moved(Session session, String name, double[] values, int i, double by) {
    double[] changed = values.clone();
    changed[i] += by;
    Tried.put(session.input(name), DType.F64, changed);
    session.run(rows, 0);
    return new double[] {session.output("scalar").getDouble(), session.output("sum").getDouble()};
  }

  private static double[] read(Session session, String name, int n) {
    return Tried.get(session.output(name), DType.F64, n);
  }

  private static void close(String what, double found, double wanted) {
    assertThat(found).as(what).isCloseTo(wanted, within(TOLERANCE * Math.max(1, Math.abs(wanted))));
  }
}
