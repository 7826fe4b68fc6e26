package io.ae.cpu.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.api.backend.BackendSettings;
import io.ae.cpu.OneDnnProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who runs the shards beside a process that has one of the cores. */
class CrewTest {
  private static final long STALL_NANOS = 8_000_000;
  private static final int ATTEMPTS = 10;

  /** Two shards in one phase; the second one takes long where it is told to. */
  private static final class Shards implements Work {
    private volatile Thread first = Thread.currentThread();
    private volatile Thread second = Thread.currentThread();
    private volatile boolean slow;

    @Override
    public int phases() {
      return 1;
    }

    @Override
    public void run(int shard, int phase) {
      if (shard == 0) {
        first = Thread.currentThread();
        return;
      }
      second = Thread.currentThread();
      long until = System.nanoTime() + STALL_NANOS;
      while (slow && System.nanoTime() - until < 0) {
        Thread.onSpinWait();
      }
    }

    @Override
    public void before(int phase) {}

    boolean together() {
      return first != second;
    }
  }

  @BeforeAll
  static void loadTheLibrary() {
    new OneDnnProvider().open(new BackendSettings(1)).close();
  }

  @Test
  void theCallerRunsBothShardsAfterTwoStallsUntilTheyAreForgotten() throws InterruptedException {
    Shards work = new Shards();
    try (Crew crew = new Crew("test", 2)) {
      crew.run(work, 2);
      assertThat(work.together()).as("at first").isTrue();
      // Now and again: this test may itself be kept waiting until the stalls are forgotten.
      for (int i = 0; i < ATTEMPTS && work.together(); i++) {
        stall(crew, work);
        stall(crew, work);
        crew.run(work, 2);
      }
      assertThat(work.together()).as("after two stalls").isFalse();
      assertThat(work.first).as("after two stalls").isSameAs(Thread.currentThread());
      for (int i = 0; i < ATTEMPTS && !work.together(); i++) {
        Thread.sleep(60);
        crew.run(work, 2);
      }
      assertThat(work.together()).as("later").isTrue();
    }
  }

  @Test
  void aStallSoonAfterwardsIsRememberedForLonger() {
    Shards work = new Shards();
    try (Crew crew = new Crew("test", 2)) {
      long first = 0;
      long second = 0;
      // Now and again: this test may itself be kept waiting for too long between two stalls.
      for (int i = 0; i < ATTEMPTS && second <= first; i++) {
        stall(crew, work);
        stall(crew, work);
        first = nanosAlone(crew, work);
        stall(crew, work);
        second = nanosAlone(crew, work);
      }
      assertThat(second).as("after the third stall").isGreaterThan(first).isGreaterThan(0);
    }
  }

  private static void stall(Crew crew, Shards work) {
    work.slow = true;
    crew.run(work, 2);
    work.slow = false;
  }

  /** Returns for how long the caller runs both shards. */
  private static long nanosAlone(Crew crew, Shards work) {
    long start = System.nanoTime();
    long end = start;
    crew.run(work, 2);
    while (!work.together()) {
      end = System.nanoTime();
      crew.run(work, 2);
    }
    return end - start;
  }

  @Test
  void oneStallIsAnAccident() {
    Shards work = new Shards();
    try (Crew crew = new Crew("test", 2)) {
      stall(crew, work);
      crew.run(work, 2);
      assertThat(work.together()).isTrue();
    }
  }
}
