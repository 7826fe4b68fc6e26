package io.ae.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ae.api.AeException;
import io.ae.core.data.Scaling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class BlockRunTest {
  private static final int MOST = 4;

  /** Row i is (i, i); reading one of them may fail. */
  private static final class Counting implements RowReader {
    private final int rows;
    private final int failsAt;
    private final Set<Thread> threads = new HashSet<>();
    private int next;

    Counting(int rows, int failsAt) {
      this.rows = rows;
      this.failsAt = failsAt;
    }

    @Override
    public int read(float[] into, int most, @Nullable List<String> ids) {
      threads.add(Thread.currentThread());
      int n = 0;
      for (; n < most && next < rows; n++, next++) {
        if (next == failsAt) {
          throw new AeException("AE-D006", "row " + next + " is damaged");
        }
        into[2 * n] = next;
        into[2 * n + 1] = next;
        if (ids != null) {
          ids.add("r" + next);
        }
      }
      return n;
    }

    @Override
    public long known() {
      return -1;
    }
  }

  /** What was handed on. */
  private final List<Float> sums = new ArrayList<>();

  private final List<String> ids = new ArrayList<>();
  private final Set<Thread> sinks = new HashSet<>();

  private void take(RowBlock block) {
    sinks.add(Thread.currentThread());
    ids.addAll(block.ids());
    for (int i = 0; i < block.outputs(); i++) {
      sums.add(block.output()[i]);
    }
  }

  private static void sums(RowBlock block, long first) {
    assertThat(first % MOST).as("number of the first row").isZero();
    float[] sums = block.room(block.rows());
    for (int i = 0; i < block.rows(); i++) {
      sums[i] = block.values()[2 * i] + block.values()[2 * i + 1];
    }
  }

  private void run(RowReader reader, int threads, BlockRun.Work work) {
    Scaling scaling = new Scaling(Scaling.Kind.STANDARD, new double[2], new double[] {2, 3});
    try (BlockThreads helpers = new BlockThreads(threads)) {
      RowBlocks blocks = new RowBlocks(MOST, 2, helpers.blocks());
      new BlockRun(reader, scaling, blocks, work, true, this::take, helpers).go();
    }
  }

  @ParameterizedTest
  @CsvSource({"1,30", "2,30", "3,32", "8,1000", "2,0", "2,3", "2,4"})
  void resultsComeInOrderToTheCallerWhoAloneReads(int threads, int rows) {
    Counting reader = new Counting(rows, -1);
    run(reader, threads, BlockRunTest::sums);

    assertThat(sums).isEqualTo(IntStream.range(0, rows).mapToObj(i -> 5f * i).toList());
    assertThat(ids).isEqualTo(IntStream.range(0, rows).mapToObj(i -> "r" + i).toList());
    assertThat(reader.threads).containsOnly(Thread.currentThread());
    assertThat(sinks).isSubsetOf(Thread.currentThread());
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void whatReadingThrowsComesBehindTheBlocksBeforeIt(int threads) {
    assertThatThrownBy(() -> run(new Counting(30, 9), threads, BlockRunTest::sums))
        .isInstanceOf(AeException.class)
        .hasMessageContaining("row 9 is damaged");
    assertThat(sums).hasSize(2 * MOST);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void whatWorkThrowsComesBehindTheBlocksBeforeItAndNothingWorksOn(int threads) {
    AtomicInteger atWork = new AtomicInteger();
    AeException cause = new AeException("AE-B023", "an index outside");
    assertThatThrownBy(
            () ->
                run(
                    new Counting(1000, -1),
                    threads,
                    (block, first) -> {
                      atWork.incrementAndGet();
                      try {
                        if (first == 2 * MOST) {
                          throw cause;
                        }
                        sums(block, first);
                      } finally {
                        atWork.decrementAndGet();
                      }
                    }))
        .isSameAs(cause);
    assertThat(sums).hasSize(2 * MOST);
    assertThat(atWork).hasValue(0);
  }

  @Test
  void callerAndHelpersWorkAtOnce() {
    CountDownLatch together = new CountDownLatch(3);
    Set<Thread> workers = ConcurrentHashMap.newKeySet();
    run(
        new Counting(100, -1),
        3,
        (block, first) -> {
          workers.add(Thread.currentThread());
          together.countDown();
          try {
            assertThat(together.await(10, TimeUnit.SECONDS)).as("three at once").isTrue();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          sums(block, first);
        });
    assertThat(workers).hasSize(3).contains(Thread.currentThread());
  }

  @Test
  void fewRowsInMemoryMakeASmallBlock() {
    RowReader one = RowReader.of(new float[][] {{1, 2}}, 2);
    run(
        one,
        2,
        (block, first) -> {
          assertThat(block.values()).hasSize(2);
          sums(block, first);
        });
    assertThat(sums).containsExactly(8f);
    assertThat(ids).containsExactly("0");
  }

  @Test
  void blocksGrowToWhatCallsNeedAndServeSmallerOnes() {
    RowBlocks blocks = new RowBlocks(100, 2, 4);
    Set<Object> arrays = new HashSet<>();
    for (int rows = 1; rows <= 100; rows++) {
      RowBlock block = blocks.take(rows);
      arrays.add(System.identityHashCode(block.values()));
      assertThat(block.values().length).isBetween(2 * rows, 2 * 100);
      blocks.give(block);
    }
    assertThat(arrays).as("as often as they double").hasSizeLessThanOrEqualTo(8);
    RowBlock large = blocks.take(-1);
    blocks.give(large);
    assertThat(blocks.take(3)).isSameAs(large);
  }
}
