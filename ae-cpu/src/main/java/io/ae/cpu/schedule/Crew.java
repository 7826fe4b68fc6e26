package io.ae.cpu.schedule;

import io.ae.cpu.onednn.OpenMp;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a model: the caller runs shard 0, and one daemon thread each of the others. While
 * one run has the crew, or other runs keep half of the cores busy, a run does all of its shards
 * itself, with the same result: more threads than cores would wait for each other at barriers. So
 * does a run of two shards beside a process that keeps one of two cores busy, for the same reason.
 */
public final class Crew implements AutoCloseable {
  /** How long an idle thread yields before it sleeps: the pause between two training steps. */
  private static final long AWAKE_NANOS = 500_000;

  /** For how long runs beside one another are expected to meet again. */
  private static final long CROWDED_NANOS = 20_000_000;

  /** For how long a busy process is expected to stay at first, and at most. */
  private static final long ALONE_NANOS = 20_000_000;

  private static final long LONGEST_ALONE_NANOS = 160_000_000;

  /** The least wait for a thread that is worth remembering. */
  private static final long STALL_NANOS = 1_000_000;

  /** For how long a stall is remembered. */
  private static final long SUSPECT_NANOS = 50_000_000;

  /** A process that is still there takes its core back within its next turn or two. */
  private static final long RETURN_NANOS = 10_000_000;

  /** Stands for the leader's own turn, which is no shard. */
  private static final int LEADER = -1;

  private final Thread[] threads;
  private final Barrier barrier;
  private final AtomicBoolean taken = new AtomicBoolean();
  private final AtomicInteger runs = new AtomicInteger();
  private final boolean[] asleep;
  private volatile int job;
  private volatile boolean closed;
  private volatile @Nullable Work work;
  private volatile int active;
  private volatile @Nullable Throwable failure;
  private volatile long crowdedUntil = System.nanoTime();
  private volatile long stalledUntil = System.nanoTime() - SUSPECT_NANOS;
  private long lastStall = stalledUntil;
  private long aloneNanos = ALONE_NANOS;

  /**
   * @param name what the threads are called
   * @param size threads at work, the caller included
   */
  public Crew(String name, int size) {
    threads = new Thread[size - 1];
    asleep = new boolean[size];
    barrier = new Barrier(size);
    for (int i = 0; i < threads.length; i++) {
      int shard = i + 1;
      threads[i] = new Thread(() -> serve(shard), name + "-" + shard);
      threads[i].setDaemon(true);
      threads[i].start();
    }
  }

  /**
   * Runs work to its end, with as many threads as shards if the crew is free.
   *
   * @throws RuntimeException what the first shard threw that failed; the later phases did not run
   */
  public void run(Work todo, int shards) {
    run(todo, shards, false);
  }

  /**
   * Runs work that may go on beside other work: where it lately did, on the caller's thread alone,
   * since the crew's threads would wait for cores that others have.
   *
   * @throws RuntimeException what the first shard threw that failed; the later phases did not run
   */
  public void runBeside(Work todo, int shards) {
    run(todo, shards, System.nanoTime() - crowdedUntil < 0);
  }

  private void run(Work todo, int shards, boolean crowded) {
    int before = OpenMp.enter();
    boolean busy = 2 * runs.getAndIncrement() > threads.length;
    if (busy) {
      crowdedUntil = System.nanoTime() + CROWDED_NANOS;
    }
    try {
      boolean stalled = shards == 2 && System.nanoTime() - stalledUntil < 0;
      if (shards == 1 || busy || crowded || stalled || !taken.compareAndSet(false, true)) {
        alone(todo, shards);
        return;
      }
      try {
        together(todo, shards);
      } finally {
        taken.set(false);
      }
    } finally {
      runs.decrementAndGet();
      OpenMp.leave(before);
    }
  }

  private static void alone(Work todo, int shards) {
    for (int phase = 0; phase < todo.phases(); phase++) {
      todo.before(phase);
      for (int s = 0; s < shards; s++) {
        todo.run(s, phase);
      }
    }
  }

  private void together(Work todo, int shards) {
    long start = System.nanoTime();
    failure = null;
    // Nobody has a share yet: the first phase needs no barrier.
    attempt(todo, LEADER, 0);
    work = todo;
    active = shards;
    int next = job + 1;
    job = next;
    for (int i = 1; i <= threads.length; i++) {
      boolean sleeping;
      synchronized (asleep) {
        sleeping = asleep[i];
      }
      if (sleeping) {
        LockSupport.unpark(threads[i - 1]);
      }
    }
    share(todo, 0, shards);
    noteStall(start, System.nanoTime());
    Throwable thrown = failure;
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
  }

  /**
   * Notes a run that spent most of its time waiting for one of its threads: something else has that
   * thread's core. Two such runs soon after one another are no accident. Nor is one just after the
   * caller was alone: it will be for longer then.
   */
  private void noteStall(long start, long end) {
    long waited = barrier.longest();
    if (waited > STALL_NANOS && 2 * waited > end - start) {
      boolean still = start - stalledUntil < RETURN_NANOS;
      if (still || end - lastStall < SUSPECT_NANOS) {
        aloneNanos = still ? Math.min(4 * aloneNanos, LONGEST_ALONE_NANOS) : ALONE_NANOS;
        stalledUntil = end + aloneNanos;
      }
      lastStall = end;
    }
  }

  /**
   * One thread's share. Every thread meets the others at every barrier, with a shard or without and
   * after a failure too: so none can miss a job or take one twice.
   */
  private void share(Work todo, int shard, int shards) {
    for (int phase = 0; phase < todo.phases(); phase++) {
      if (phase > 0) {
        if (shard == 0) {
          attempt(todo, LEADER, phase);
        }
        barrier.await();
      }
      if (shard < shards) {
        attempt(todo, shard, phase);
      }
    }
    barrier.await();
  }

  private void attempt(Work todo, int shard, int phase) {
    if (failure != null) {
      return;
    }
    try {
      if (shard == LEADER) {
        todo.before(phase);
      } else {
        todo.run(shard, phase);
      }
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  private void serve(int shard) {
    OpenMp.enter();
    int done = 0;
    while (!closed) {
      done = awaitJob(shard, done);
      Work todo = work;
      if (!closed && todo != null) {
        share(todo, shard, active);
      }
    }
  }

  private int awaitJob(int shard, int done) {
    long idleSince = System.nanoTime();
    while (job == done && !closed) {
      long idle = System.nanoTime() - idleSince;
      if (idle < Barrier.LOOK_NANOS) {
        Thread.onSpinWait();
      } else if (idle < AWAKE_NANOS) {
        Thread.yield();
      } else {
        sleep(shard, done);
      }
    }
    return job;
  }

  private void sleep(int shard, int done) {
    synchronized (asleep) {
      asleep[shard] = true;
    }
    if (job == done && !closed) {
      LockSupport.park(this);
    }
    synchronized (asleep) {
      asleep[shard] = false;
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Thread t : threads) {
      LockSupport.unpark(t);
    }
  }
}
