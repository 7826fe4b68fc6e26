package io.ae.core.conformance;

import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.Session;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** B28: what a filler is asked for. */
final class FillerChecks {
  private static final int WIDTH = 6;
  private static final int ROWS = 5;

  private final BackendProvider provider;

  FillerChecks(BackendProvider provider) {
    this.provider = provider;
  }

  List<Check> all() {
    return List.of(
        Rule.B28.check("rows", () -> filled(false)),
        Rule.B28.check("rows and parts of them", () -> filled(true)));
  }

  private void filled(boolean parts) throws Exception {
    double[] x = Lab.numbers(Trial.CAPACITY * WIDTH);
    for (int rows : new int[] {1, ROWS, Trial.CAPACITY}) {
      AtomicIntegerArray asked = new AtomicIntegerArray(rows * WIDTH);
      double[] wanted = {
        loss(
            session -> {
              Lab.fill(session, "x", x);
              session.run(rows, 0);
            })
      };
      double[] found = {
        loss(session -> session.run(rows, 0, new Counting(session, x, parts, asked)))
      };
      for (int i = 0; i < asked.length(); i++) {
        if (asked.get(i) != 1) {
          throw new CheckFailure(
              "element "
                  + i % WIDTH
                  + " in row "
                  + i / WIDTH
                  + " of "
                  + rows
                  + " must be asked for once, was asked "
                  + asked.get(i)
                  + " times");
        }
      }
      Numbers.same("loss of " + rows + " rows from a filler", wanted, found, 0);
    }
  }

  /** A run of a session. */
  private interface Run {
    void of(Session session);
  }

  private double loss(Run run) throws Exception {
    double[] loss = new double[1];
    Lab.with(
        provider,
        Programs.network(),
        model -> {
          try (Session session = model.session("train", Trial.CAPACITY)) {
            run.of(session);
            loss[0] = Lab.output(session, "loss", 1)[0];
          }
        });
    return loss[0];
  }

  /**
   * Counts how often each element is asked for.
   *
   * @param parts whether it fills parts of rows
   */
  private record Counting(Session session, double[] x, boolean parts, AtomicIntegerArray asked)
      implements Session.Filler {
    @Override
    public void fill(int from, int to) {
      put(from, to, 0, WIDTH);
    }

    @Override
    public boolean fill(String input, int from, int to, int left, int right) {
      if (parts) {
        put(from, to, left, right);
      }
      return parts;
    }

    private void put(int from, int to, int left, int right) {
      ByteBuffer into = session.input("x");
      int bytes = session.type("x").bytes();
      for (int row = from; row < to; row++) {
        for (int i = row * WIDTH + left; i < row * WIDTH + right; i++) {
          Tensors.put(into.slice(i * bytes, bytes).order(into.order()), session.type("x"), x[i]);
          asked.incrementAndGet(i);
        }
      }
    }
  }
}
