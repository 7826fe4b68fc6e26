package io.ae.examples.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

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
   * Runs an action when the JVM is asked to end, then waits for the command.
   *
   * @return closes the watch when the work is done
   */
  static Watch on(Runnable stop) {
    Thread hook =
        new Thread(
            () -> {
              stop.run();
              try {
                FINISHED.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "ae-interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Watch(hook);
  }

  /** A watch for Ctrl-C. */
  record Watch(Thread hook) implements AutoCloseable {
    @Override
    public void close() {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The JVM is shutting down: the hook is running and ends when the command has.
        Thread.yield();
      }
    }
  }
}
