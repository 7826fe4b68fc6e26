package io.ae.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ae.api.Codes;
import io.ae.api.data.Cursor;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import io.ae.core.data.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads on one model, and its end. */
class TrainedModelThreadsTest {
  @Test
  @Timeout(20)
  void manyThreadsGetWhatOneGets() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (TrainedModel model = TrainedModelTest.model()) {
      List<Callable<Boolean>> calls = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        float[][] rows = TrainedModelTest.rows(1 + 37 * i % 500, i);
        Codes codes = model.encode(rows);
        float[][] back = model.reconstruct(rows).rows();
        calls.add(() -> model.encode(rows).equals(codes));
        calls.add(() -> Arrays.deepEquals(model.decode(codes), back));
      }
      for (Future<Boolean> call : threads.invokeAll(calls)) {
        assertThat(call.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  @Timeout(20)
  void closeWaitsForCallsAndLaterOnesAreRefused() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      TrainedModel model = TrainedModelTest.model();
      CountDownLatch reading = new CountDownLatch(1);
      CountDownLatch go = new CountDownLatch(1);
      Future<Codes> call = threads.submit(() -> model.encode(new Held(reading, go)));
      assertThat(reading.await(10, TimeUnit.SECONDS)).isTrue();
      Future<?> close = threads.submit(model::close);
      Thread.sleep(50);
      assertThat(close.isDone()).as("closed during a call").isFalse();
      go.countDown();
      assertThat(call.get(10, TimeUnit.SECONDS).rows()).isEqualTo(1);
      close.get(10, TimeUnit.SECONDS);
      assertThat(TrainedModelTest.refusal(() -> model.encode(TrainedModelTest.rows(1, 1))))
          .isEqualTo(
              "AE-M001 This model ('tiny') is closed. Load or fit it again, or close it later.");
      model.close();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  @Timeout(20)
  void closeFromWithinACallIsRefused() {
    TrainedModel model = TrainedModelTest.model();
    Source closing =
        new Held(new CountDownLatch(0), new CountDownLatch(0)) {
          @Override
          public Cursor open() {
            model.close();
            return super.open();
          }
        };
    assertThatThrownBy(() -> model.encode(closing))
        .hasMessage("This model ('tiny') cannot be closed from within one of its calls");
    assertThat(model.encode(TrainedModelTest.rows(2, 1)).rows()).isEqualTo(2);
    model.close();
  }

  /** One row that is only given when it may be. */
  private static class Held implements Source {
    private final CountDownLatch reading;
    private final CountDownLatch go;

    Held(CountDownLatch reading, CountDownLatch go) {
      this.reading = reading;
      this.go = go;
    }

    @Override
    public DataSpec spec() {
      return DataSpec.vectors(3);
    }

    @Override
    public long rows() {
      return 1;
    }

    @Override
    public Cursor open() {
      Cursor rows = Dataset.of(TrainedModelTest.rows(1, 1)).open();
      return new Cursor() {
        @Override
        public boolean next() {
          reading.countDown();
          try {
            return go.await(10, TimeUnit.SECONDS) && rows.next();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        }

        @Override
        public void values(float[] into, int at) {
          rows.values(into, at);
        }

        @Override
        public int label() {
          return -1;
        }

        @Override
        public String id() {
          return rows.id();
        }
      };
    }
  }
}
