package io.ae.cpu;

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
import io.ae.api.graph.Ops;
import io.ae.api.graph.Program;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.core.autodiff.Tracer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A formula that is run on a backend with inputs of any size, filled by a rule. */
final class Formula {
  /** Writes the formula down. */
  interface Body {
    Value of(Ops o);
  }

  private Formula() {}

  /** Returns an input of rows. */
  static Value rows(Ops o, String name, int... rest) {
    return o.input(name, Type.real(Shape.rows(rest)));
  }

  /** Returns the formula's value, flat. */
  static double[] run(BackendProvider provider, int threads, DType compute, int rows, Body body) {
    Var step = new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);
    Tracer o = new Tracer(true, step);
    Value y = body.of(o);
    Function f = o.function("f", Map.of("y", y));
    Program program = new Program(List.of(step), Map.of("f", f));
    try (Backend backend = provider.open(new BackendSettings(threads));
        CompiledModel model = backend.compile(program, new CompileOptions(compute, 11));
        Session session = model.session("f", rows + 5)) {
      // Twice: what the first run leaves behind must not show.
      for (int run = 0; run < 2; run++) {
        f.inputs().forEach(i -> fill(session, i, rows));
        session.run(rows, 3);
      }
      ByteBuffer out = session.output("y");
      List<Double> values = new ArrayList<>();
      for (long i = 0; i < y.shape().elements(rows, 0); i++) {
        values.add(Bench.get(out, session.type("y")));
      }
      return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  private static void fill(Session session, Leaf.Input input, int rows) {
    ByteBuffer into = session.input(input.name());
    long n = input.type().shape().elements(rows, 0);
    int salt = input.name().hashCode();
    for (int i = 0; i < n; i++) {
      int k = Math.floorMod(i * 7919 + salt, 9973);
      double value = input.type().kind() == Kind.INDEX ? k % 5 : (float) (k / 9973.0 - .5);
      Bench.put(into, session.type(input.name()), value);
    }
  }
}
