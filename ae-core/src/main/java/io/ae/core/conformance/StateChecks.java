package io.ae.core.conformance;

import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.DType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** B12 to B17: one state, seen whole. */
final class StateChecks {
  private static final int RUNS = 3000;
  private static final int STEPS = 5;
  private static final int WIDTH = 6;

  private final BackendProvider provider;

  StateChecks(BackendProvider provider) {
    this.provider = provider;
  }

  List<Check> all() {
    return List.of(
        Rule.B12.check("two variables exchanged", this::swap),
        Rule.B13.check(this::whole),
        Rule.B14.check(this::shared),
        Rule.B15.check(this::roundTrip),
        Rule.B16.check(this::repeatable),
        Rule.B17.check(this::threads));
  }

  private void swap() throws Exception {
    double[] a = Lab.numbers(Programs.SIZE);
    double[] b = new double[Programs.SIZE];
    Lab.with(
        provider,
        Programs.pair(),
        model -> {
          Lab.write(model, "v", a);
          Lab.write(model, "w", b);
          try (Session session = model.session("swap", 1)) {
            session.run(1, 0);
          }
          Numbers.same("v after v, w := w, v", b, Lab.read(model, "v", b.length), 0);
          Numbers.same("w after v, w := w, v", a, Lab.read(model, "w", a.length), 0);
        });
  }

  private void whole() throws Exception {
    Lab.with(
        provider,
        Programs.pair(),
        model -> {
          AtomicBoolean done = new AtomicBoolean();
          AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
          Thread reader = new Thread(() -> look(model, done, failure), "conformance-reader");
          reader.start();
          try (Session session = model.session("bump", 2)) {
            for (int i = 0; i < RUNS && failure.get() == null; i++) {
              session.run(2, 0);
            }
          } finally {
            done.set(true);
            reader.join();
          }
          Throwable found = failure.get();
          if (found != null) {
            throw new CheckFailure(
                "a reader beside a writer must see all of a run's writes or none: "
                    + found.getMessage(),
                found);
          }
        });
  }

  private static void look(
      CompiledModel model, AtomicBoolean done, AtomicReference<@Nullable Throwable> failure) {
    try (Session session = model.session("look", 1)) {
      while (!done.get()) {
        session.run(1, 0);
        double[] v = Lab.output(session, "v", Programs.SIZE);
        double[] w = Lab.output(session, "w", Programs.SIZE);
        for (int i = 0; i < v.length; i++) {
          if (v[i] != v[0] || w[i] != v[0]) {
            throw new CheckFailure(
                "v[0] = " + v[0] + " beside v[" + i + "] = " + v[i] + ", w = " + w[i]);
          }
        }
      }
    } catch (RuntimeException | LinkageError | AssertionError e) {
      failure.set(e);
    }
  }

  private void shared() throws Exception {
    Lab.with(
        provider,
        Programs.pair(),
        model -> {
          try (Session bump = model.session("bump", 1);
              Session look = model.session("look", 1)) {
            bump.run(1, 0);
            look.run(1, 0);
            value("after one run of another session", 1, Lab.output(look, "v", 1)[0]);
            double[] sevens = new double[Programs.SIZE];
            Arrays.fill(sevens, 7);
            Lab.write(model, "v", sevens);
            look.run(1, 0);
            value("after write('v', 7)", 7, Lab.output(look, "v", 1)[0]);
            bump.run(1, 0);
            value("read('v') after 7 and one run", 8, Lab.read(model, "v", Programs.SIZE)[0]);
          }
        });
  }

  private static void value(String when, double wanted, double found) {
    if (wanted != found) {
      throw new CheckFailure("v " + when + " must be " + wanted + ", got " + found);
    }
  }

  private void roundTrip() throws Exception {
    double[] wild = Lab.numbers(35);
    wild[3] = -0.0;
    wild[4] = Double.NaN;
    wild[5] = Double.NEGATIVE_INFINITY;
    Lab.with(
        provider,
        Programs.starts(),
        model -> {
          Map<String, double[]> given = new LinkedHashMap<>();
          given.put("normal", wild);
          given.put("index", new double[] {-1, 0, Integer.MAX_VALUE});
          given.put("step", new double[] {(1L << 40) + 1});
          given.forEach((name, values) -> Lab.write(model, name, values));
          given.forEach(
              (name, values) ->
                  Numbers.same(
                      "'" + name + "' written and read",
                      values,
                      Lab.read(model, name, values.length),
                      0));
          type(model, "index", DType.I32);
          type(model, "step", DType.I64);
        });
  }

  private static void type(CompiledModel model, String name, DType wanted) {
    if (model.type(name) != wanted) {
      throw new CheckFailure(
          "'" + name + "' must cross as " + wanted + ", got " + model.type(name));
    }
  }

  private void repeatable() throws Exception {
    Map<String, double[]> once = train(Lab.THREADS, DType.F32, 7);
    Map<String, double[]> again = train(Lab.THREADS, DType.F32, 7);
    Numbers.same("the second of two equal trainings", once, again, 0);
  }

  private void threads() throws Exception {
    DType compute;
    try (Backend backend = Lab.open(provider)) {
      compute = Lab.computes(backend).contains(DType.F64) ? DType.F64 : DType.F32;
    }
    for (int rows : new int[] {7, 2, 1}) {
      Map<String, double[]> one = train(1, compute, rows);
      for (int threads : new int[] {2, 3}) {
        String what = "gradients of " + rows + " rows with " + threads + " threads, not 1";
        Numbers.same(what, one, train(threads, compute, rows), Numbers.tolerance(compute));
      }
    }
  }

  /** Returns the outputs and the parameters after a few steps. */
  private Map<String, double[]> train(int threads, DType compute, int rows) throws Exception {
    Map<String, double[]> results = new LinkedHashMap<>();
    Lab.with(
        provider,
        threads,
        compute,
        Programs.network(),
        model -> {
          try (Session session = model.session("train", Trial.CAPACITY)) {
            Lab.fill(session, "x", Lab.numbers(rows * WIDTH));
            for (int i = 0; i < STEPS; i++) {
              session.run(rows, 0);
            }
            for (String name : List.of("w", "b", "u", "c")) {
              int size = elements(model, name);
              results.put("gradient of " + name, Lab.output(session, "gradient of " + name, size));
              results.put(name, Lab.read(model, name, size));
            }
            results.put("loss", Lab.output(session, "loss", 1));
          }
        });
    return results;
  }

  static int elements(CompiledModel model, String variable) {
    List<Integer> found = new ArrayList<>();
    model.program().state().stream()
        .filter(v -> v.name().equals(variable))
        .forEach(v -> found.add(Math.toIntExact(v.shape().elements())));
    return found.get(0);
  }
}
