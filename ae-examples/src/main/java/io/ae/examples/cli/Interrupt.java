package io.ae.examples.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Ctrl-C: the JVM begins to shut down, long work is told to stop, and the JVM waits until it has
 * written its checkpoint. The exit code is then the JVM's own, 130.
 */
final class Interrupt {
  private static final CountDownLatch FINISHED = new CountDownLatch(1);
  private static final long PATIENCE_SECONDS = 60;

  private Interrupt() {}

  /** Says that the command has ended, so that the JVM need not wait for it. */
  static void finished() {
    FINISHED.countDown();
  }

  /**
   * Works; when the JVM is asked to end meanwhile, {@code stop} is run and the JVM waits for the
   * command.
   */
  static <T> T during(Supplier<T> work, Runnable stop) {
    Thread hook =
        new Thread(
            () -> {
              stop.run();
              await();
            },
            "ae-interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.get();
    } finally {
      withdraw(hook);
    }
  }

  /** Returns whether the hook is withdrawn; it is not if the JVM is ending, for then it runs. */
  private static boolean withdraw(Thread hook) {
    try {
      return Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private static void await() {
    try {
      FINISHED.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
