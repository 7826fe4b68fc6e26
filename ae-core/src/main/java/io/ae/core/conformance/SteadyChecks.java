package io.ae.core.conformance;

import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.Session;
import io.ae.api.graph.Init;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Update;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** B24 to B26: what a run leaves as it was, and what it leaves behind. */
final class SteadyChecks {
  private static final int WIDTH = 6;
  private static final int ROWS = 5;
  private static final int SESSIONS = 100;

  private final BackendProvider provider;
  private final int steps;

  /**
   * @param steps runs that B25 watches
   */
  SteadyChecks(BackendProvider provider, int steps) {
    this.provider = provider;
    this.steps = steps;
  }

  List<Check> all() {
    return List.of(
        Rule.B24.check(this::inputs),
        Rule.B25.check(steps + " steps", this::growth),
        Rule.B25.check(SESSIONS + " sessions", this::sessions),
        Rule.B26.check(this::flushed));
  }

  private void inputs() throws Exception {
    double[] x = Lab.numbers(ROWS * WIDTH);
    Lab.with(
        provider,
        Programs.network(),
        model -> {
          try (Session session = model.session("train", Trial.CAPACITY)) {
            Lab.fill(session, "x", x);
            session.run(ROWS, 0);
            session.run(ROWS, 0);
            double[] after = Tensors.get(session.input("x"), session.type("x"), x.length);
            Numbers.same("input x after two runs", x, after, 0);
          }
        });
  }

  private void growth() throws Exception {
    Lab.with(
        provider,
        Programs.network(),
        model -> {
          try (Session session = model.session("train", Trial.CAPACITY)) {
            Lab.fill(session, "x", Lab.numbers(ROWS * WIDTH));
            for (int i = 0; i < steps / 4; i++) {
              session.run(ROWS, 0);
            }
            Memory.refuseGrowth(
                steps + " steps",
                () -> {
                  for (int i = 0; i < steps; i++) {
                    session.run(ROWS, 0);
                  }
                });
          }
        });
  }

  private void sessions() throws Exception {
    Lab.with(
        provider,
        Programs.network(),
        model -> {
          model.session("train", 256).close();
          Memory.refuseGrowth(
              SESSIONS + " sessions, opened and closed",
              () -> {
                for (int i = 0; i < SESSIONS; i++) {
                  try (Session session = model.session("train", 256 + i)) {
                    Lab.fill(session, "x", Lab.numbers(ROWS * WIDTH));
                    session.run(ROWS, 0);
                  }
                }
              });
        });
  }

  private void flushed() throws Exception {
    Var m = new Var("m", Type.real(Shape.of(4)), Init.zeros(), false);
    Var g = new Var("g", Type.real(Shape.of(4)), Init.zeros(), false);
    double[] barely = new double[4];
    Arrays.fill(barely, 1.3 * Float.MIN_NORMAL);
    Lab.with(
        provider,
        Programs.of(
            List.of(m, g),
            o -> {
              Value moment = o.apply(new Update.Moment(.5), m, g);
              Value square = o.apply(new Update.SquareMoment(.5), m, g);
              return Map.of("moment", moment, "square-moment", square);
            }),
        model -> {
          Lab.write(model, "m", barely);
          try (Session session = model.session("f", 1)) {
            session.run(1, 0);
            for (String name : List.of("moment", "square-moment")) {
              Numbers.same(
                  name + " of half of 1.3 times the smallest normal float",
                  new double[4],
                  Lab.output(session, name, 4),
                  0);
            }
          }
        });
  }
}
