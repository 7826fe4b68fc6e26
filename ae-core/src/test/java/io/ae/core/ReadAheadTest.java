package io.ae.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.ae.api.AeException;
import io.ae.core.data.Scaling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ReadAheadTest {
  private static final int MOST = 4;

  /** Counts from 0; row i is (i, i). */
  private static final class Counting implements RowReader {
    private final int rows;
    private final int failsAt;
    private int next;

    Counting(int rows, int failsAt) {
      this.rows = rows;
      this.failsAt = failsAt;
    }

    @Override
    public int read(float[] into, int most, List<String> ids) {
      int n = 0;
      for (; n < most && next < rows; n++, next++) {
        if (next == failsAt) {
          throw new AeException("AE-D006", "row " + next + " is damaged");
        }
        into[2 * n] = next;
        into[2 * n + 1] = next;
        ids.add("r" + next);
      }
      return n;
    }

    @Override
    public long inMemory() {
      return ELSEWHERE;
    }
  }

  @Test
  void rowsComeInOrderScaledAndWithTheirIds() {
    double[] twice = {2, 3};
    Scaling scaling = new Scaling(Scaling.Kind.STANDARD, new double[2], twice);
    List<Float> first = new ArrayList<>();
    List<Float> second = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    try (RowBlocks blocks = RowBlocks.of(new Counting(30, -1), scaling, MOST, 2)) {
      for (RowBlock b = blocks.next(); b.rows() > 0; b = blocks.next()) {
        for (int i = 0; i < b.rows(); i++) {
          first.add(b.values()[2 * i]);
          second.add(b.values()[2 * i + 1]);
        }
        ids.addAll(b.ids());
      }
      assertThat(blocks.next().rows()).as("past the end").isZero();
    }
    assertThat(first).isEqualTo(IntStream.range(0, 30).mapToObj(i -> 2f * i).toList());
    assertThat(second).isEqualTo(IntStream.range(0, 30).mapToObj(i -> 3f * i).toList());
    assertThat(ids).isEqualTo(IntStream.range(0, 30).mapToObj(i -> "r" + i).toList());
  }

  @Test
  void aFailureComesBehindTheBlocksBeforeIt() {
    try (RowBlocks blocks = RowBlocks.of(new Counting(30, 9), Scaling.none(), MOST, 2)) {
      assertThat(blocks.next().rows()).isEqualTo(MOST);
      assertThat(blocks.next().rows()).isEqualTo(MOST);
      assertThatThrownBy(blocks::next)
          .isInstanceOf(AeException.class)
          .hasMessageContaining("row 9 is damaged");
    }
  }

  @Test
  void theNextBlockIsReadWhileOneIsWorkedOn() throws InterruptedException {
    CountDownLatch readTwice = new CountDownLatch(2);
    Counting counting = new Counting(30, -1);
    RowReader reader =
        new RowReader() {
          @Override
          public int read(float[] into, int most, List<String> ids) {
            readTwice.countDown();
            return counting.read(into, most, ids);
          }

          @Override
          public long inMemory() {
            return ELSEWHERE;
          }
        };
    try (RowBlocks blocks = RowBlocks.of(reader, Scaling.none(), MOST, 2)) {
      assertThat(blocks.next().rows()).isEqualTo(MOST);
      assertThat(readTwice.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void closingEarlyEndsTheThread() {
    RowBlocks blocks = RowBlocks.of(new Counting(1_000_000, -1), Scaling.none(), MOST, 2);
    assertThat(blocks.next().rows()).isEqualTo(MOST);
    assertTimeoutPreemptively(Duration.ofSeconds(10), blocks::close);
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("ae-read-ahead");
  }

  @Test
  void fewRowsInMemoryMakeASmallBlock() {
    RowReader one = RowReader.of(new float[][] {{1, 2}}, 2);
    try (RowBlocks blocks = RowBlocks.of(one, Scaling.none(), 1 << 20, 2)) {
      RowBlock block = blocks.next();
      assertThat(block.values()).containsExactly(1, 2);
      assertThat(block.ids()).containsExactly("0");
      assertThat(blocks.next().rows()).isZero();
    }
  }
}
