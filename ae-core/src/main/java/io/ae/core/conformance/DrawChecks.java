package io.ae.core.conformance;

import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.Init;
import io.ae.api.graph.Initialiser;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Philox;
import io.ae.api.graph.Program;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** B9 to B11: random numbers, which every backend draws alike. */
final class DrawChecks {
  private static final int WIDTH = 6;
  private static final int ROWS = 5;
  private static final long SEED = 42;
  private static final long[] STEPS = {0, 7, 1L << 33};
  private static final long[] FIRST = {0, 3, 1000};

  private final BackendProvider provider;

  DrawChecks(BackendProvider provider) {
    this.provider = provider;
  }

  List<Check> all() {
    return List.of(
        Rule.B9.check("rows", this::uniform),
        Rule.B9.check("without rows", this::fixed),
        Rule.B10.check("normal", this::normal),
        Rule.B10.check("at non-zeros", this::sparse),
        Rule.B11.check(this::starts));
  }

  private interface Expectation {
    double at(Philox philox, long step, long row, int column);
  }

  private static int bits(Philox philox, long step, long row, int column) {
    int[] word = new int[1];
    philox.bits(step, row, column, column + 1, word, 0);
    return word[0];
  }

  private static double uniform(Philox philox, long step, long row, int column) {
    return Philox.uniform(bits(philox, step, row, column));
  }

  private static double normal(Philox philox, long step, long row, int column) {
    return Philox.normal(
        bits(philox, step, row, 2 * column), bits(philox, step, row, 2 * column + 1));
  }

  private void uniform() throws Exception {
    Program program =
        Programs.of(
            o -> Map.of("y", o.scope("noise", () -> o.uniform("u", Shape.rows(2, WIDTH / 2)))));
    rows(program, "noise/u", DrawChecks::uniform, 0);
  }

  private void normal() throws Exception {
    Program program = Programs.of(o -> Map.of("y", o.normal("n", Shape.rows(WIDTH))));
    rows(program, "n", DrawChecks::normal, 2e-6);
  }

  private void rows(Program program, String stream, Expectation wanted, double tolerance)
      throws Exception {
    Philox philox = new Philox(SEED, stream);
    Lab.with(
        provider,
        program,
        model -> {
          try (Session session = model.session("f", Trial.CAPACITY)) {
            for (long step : STEPS) {
              for (long first : FIRST) {
                Lab.write(model, "step", step);
                session.run(ROWS, first);
                double[] values = new double[ROWS * WIDTH];
                for (int i = 0; i < values.length; i++) {
                  values[i] = wanted.at(philox, step, first + i / WIDTH, i % WIDTH);
                }
                Numbers.same(
                    "draw '" + stream + "' at step " + step + ", first row " + first,
                    values,
                    Lab.output(session, "y", values.length),
                    tolerance);
              }
            }
          }
        });
  }

  private void fixed() throws Exception {
    Program program = Programs.of(o -> Map.of("y", o.uniform("u", Shape.of(3, 4))));
    Philox philox = new Philox(SEED, "u");
    double[] wanted = new double[12];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = uniform(philox, 0, 0, i);
    }
    Lab.with(
        provider,
        program,
        model -> {
          try (Session session = model.session("f", Trial.CAPACITY)) {
            session.run(ROWS, 9);
            Numbers.same("draw of [3, 4]", wanted, Lab.output(session, "y", 12), 0);
          }
        });
  }

  private void sparse() throws Exception {
    Program program =
        Programs.of(
            o -> {
              Value x = o.input("x", new Type(Shape.rows(WIDTH), Kind.SPARSE));
              return Map.of("y", o.scatterAt(x, o.uniformAt("u", x)));
            });
    double[] wanted = new double[ROWS * WIDTH];
    Philox philox = new Philox(SEED, "u");
    List<Integer> filled = new ArrayList<>();
    for (int r = 0; r < ROWS; r++) {
      for (int c : SparseRows.columns(r, WIDTH)) {
        wanted[r * WIDTH + c] = uniform(philox, 0, 3 + r, c);
        filled.add(c);
      }
    }
    double[] ones = new double[filled.size()];
    Arrays.fill(ones, 1);
    Lab.with(
        provider,
        program,
        model -> {
          try (Session session = model.session("f", Trial.CAPACITY, 64)) {
            SparseRows.put(session, "x", ones, WIDTH, ROWS);
            session.run(ROWS, 3);
            Numbers.same("draw at non-zeros", wanted, Lab.output(session, "y", wanted.length), 0);
          }
        });
  }

  private void starts() throws Exception {
    Program program = Programs.starts();
    Lab.with(provider, program, model -> program.state().forEach(v -> starts(model, v)));
  }

  private static void starts(CompiledModel model, Var v) {
    double[] wanted = new double[Math.toIntExact(v.shape().elements())];
    Initialiser.fill(v, SEED, wanted);
    String what = "initial value of '" + v.name() + "' (" + shortly(v.init()) + ")";
    Numbers.same(what, wanted, Lab.read(model, v.name(), wanted.length), 1e-6);
  }

  private static String shortly(Init init) {
    return init.getClass().getSimpleName();
  }
}
