package io.ae.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ae.api.AeException;
import io.ae.api.data.DataSpec;
import io.ae.core.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Batches that are made on another thread are those that would have been made on this one. */
class AheadFeedTest {
  private static final int BATCH = 4;

  @Test
  void theBatchesAreThoseOfTheOtherFeed() {
    Feed plain = memory(11);
    try (Feed ahead = ahead(memory(11))) {
      for (int key = 1; key < 4; key++) {
        plain.start(key, true);
        ahead.start(key, true);
        assertThat(epoch(ahead)).isEqualTo(epoch(plain)).hasSize(3);
      }
    }
  }

  @Test
  void anEpochMayBeginAnewWithinOne() {
    Feed plain = memory(11);
    try (Feed ahead = ahead(memory(11))) {
      ahead.start(1, true);
      ahead.next((row, values, at, label) -> {});
      plain.start(2, true);
      plain.skip(1);
      ahead.start(2, true);
      ahead.skip(1);

      assertThat(epoch(ahead)).isEqualTo(epoch(plain)).hasSize(2);
    }
  }

  @Test
  void theNextBatchIsMadeWhileTheCallerIsBusy() throws InterruptedException {
    CountDownLatch made = new CountDownLatch(3);
    Watched rows = new Watched(memory(100), made::countDown);
    try (Feed ahead = ahead(rows)) {
      ahead.start(1, false);
      ahead.next((row, values, at, label) -> {});

      assertThat(made.await(10, TimeUnit.SECONDS)).as("two batches more than were taken").isTrue();
    }
  }

  @Test
  void whatMakingThrowsComesWhereItsBatchWould() {
    AeException cause = new AeException("AE-D010", "row 9 must be a finite number");
    int[] made = {0};
    Watched rows =
        new Watched(
            memory(100),
            () -> {
              if (++made[0] == 3) {
                throw cause;
              }
            });
    try (Feed ahead = ahead(rows)) {
      ahead.start(1, false);
      assertThat(ahead.next((row, values, at, label) -> {})).isEqualTo(BATCH);
      assertThat(ahead.next((row, values, at, label) -> {})).isEqualTo(BATCH);
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> ahead.next((row, values, at, label) -> {})).isSameAs(cause);
      }
    }
  }

  @Test
  void closingEndsTheThreadBeforeTheRowsAreClosed() {
    List<String> closed = new ArrayList<>();
    Watched rows = new Watched(memory(1000), () -> {});
    rows.onClose = () -> closed.add("maker alive: " + rows.maker().isAlive());
    Feed ahead = ahead(rows);
    ahead.start(1, false);
    ahead.next((row, values, at, label) -> {});
    ahead.close();

    assertThat(closed).containsExactly("maker alive: false");
    assertThat(rows.maker()).isNotSameAs(Thread.currentThread());
  }

  @Test
  void anInterruptedCallerStillGetsItsRows() {
    try (Feed ahead = ahead(memory(11))) {
      ahead.start(1, false);
      Thread.currentThread().interrupt();

      assertThat(epoch(ahead)).hasSize(3);
      assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    }
  }

  @Test
  void waitingIsCounted() {
    Watched slow = new Watched(memory(8), () -> pause(20));
    try (Feed ahead = ahead(slow)) {
      ahead.start(1, false);
      epoch(ahead);

      assertThat(ahead.waitedNanos()).isGreaterThan(5_000_000L);
      assertThat(memory(8).waitedNanos()).isZero();
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Feed memory(int rows) {
    float[] values = new float[rows * 2];
    int[] labels = new int[rows];
    for (int i = 0; i < rows; i++) {
      values[2 * i] = i;
      values[2 * i + 1] = -i;
      labels[i] = i;
    }
    return new MemoryFeed(Dataset.of("rows", DataSpec.vectors(2), values, labels), BATCH);
  }

  private static Feed ahead(Feed rows) {
    return new AheadFeed(rows, BATCH, 2);
  }

  /** Returns the rest of an epoch: a list of rows for each batch. */
  private static List<List<String>> epoch(Feed feed) {
    List<List<String>> batches = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    while (feed.next((r, v, at, label) -> rows.add(r + ":" + v[at] + "," + v[at + 1] + "," + label))
        > 0) {
      batches.add(List.copyOf(rows));
      rows.clear();
    }
    return batches;
  }

  /** Another feed's batches, with something done before each. */
  private static final class Watched implements Feed {
    private final Feed rows;
    private final Runnable before;
    private volatile Thread maker = Thread.currentThread();
    private Runnable onClose = () -> {};

    Watched(Feed rows, Runnable before) {
      this.rows = rows;
      this.before = before;
    }

    Thread maker() {
      return maker;
    }

    @Override
    public long rows() {
      return rows.rows();
    }

    @Override
    public void start(long order, boolean again) {
      rows.start(order, again);
    }

    @Override
    public void skip(int batches) {
      rows.skip(batches);
    }

    @Override
    public int next(BatchTarget target) {
      maker = Thread.currentThread();
      before.run();
      return rows.next(target);
    }

    @Override
    public int nonZeros() {
      return rows.nonZeros();
    }

    @Override
    public void close() {
      onClose.run();
      rows.close();
    }
  }
}
