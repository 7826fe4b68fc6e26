package io.ae.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.api.backend.Session;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BatchRowsTest {
  private static final int ROWS = 1000;
  private static final int TIMES = 200;

  /** What is asked of a filler of the rows, and what it put into x. */
  private interface Filling {
    void check(Session.Filler filler, FloatBuffer x);
  }

  @Test
  void threadsFillTheirRowsAtTheSameTime() {
    float[] wanted = ascending();
    filled(
        wanted,
        (filler, x) -> {
          float[] found = new float[wanted.length];
          for (int i = 0; i < TIMES; i++) {
            x.put(0, new float[wanted.length]);
            CompletableFuture<Void> half =
                CompletableFuture.runAsync(() -> filler.fill(0, ROWS / 2));
            filler.fill(ROWS / 2, ROWS);
            half.join();
            x.get(0, found);
            assertThat(Arrays.mismatch(found, wanted)).as("first wrong value").isEqualTo(-1);
          }
        });
  }

  @Test
  void columnsAreFilledInTheirPlaces() {
    float[] wanted = ascending();
    filled(
        wanted,
        (filler, x) -> {
          assertThat(filler.fill("x", 0, ROWS, 1, Trial.WIDTH)).isTrue();
          assertThat(filler.fill("x", 2, 3, 0, 1)).isTrue();
          for (int row = 0; row < ROWS; row++) {
            if (row != 2) {
              wanted[row * Trial.WIDTH] = 0;
            }
          }
          float[] found = new float[wanted.length];
          x.get(0, found);
          assertThat(found).isEqualTo(wanted);
          assertThat(filler.fill("rate", 0, ROWS, 0, 1)).as("no input of rows").isFalse();
        });
  }

  private static void filled(float[] values, Filling filling) {
    try (Trial trial = Trial.denoising(Trial.epochs(1))) {
      String name = "train." + trial.program.phases().get(0).name();
      try (Session session = trial.model.session(name, ROWS)) {
        SessionInputs inputs =
            new SessionInputs(session, trial.model.program().function(name), Trial.WIDTH);
        FloatBuffer x = session.input("x").order(ByteOrder.nativeOrder()).asFloatBuffer();
        filling.check(batch(Arrays.copyOf(values, values.length)).into(inputs), x);
      }
    }
  }

  private static float[] ascending() {
    float[] values = new float[ROWS * Trial.WIDTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    return values;
  }

  private static BatchRows batch(float[] values) {
    BatchRows batch = new BatchRows(ROWS);
    for (int row = 0; row < ROWS; row++) {
      batch.put(row, values, row * Trial.WIDTH, -1);
    }
    return batch;
  }
}
