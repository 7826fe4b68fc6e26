package io.ae.core.conformance;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the process holds after a collection, in bytes.
 *
 * @param heap live objects
 * @param direct direct buffers
 * @param resident resident set, 0 where the system does not tell (it does on Linux)
 */
record Memory(long heap, long direct, long resident) {
  private static final int ATTEMPTS = 3;
  private static final long MEGABYTE = 1 << 20;
  private static final Path STATUS = Path.of("/proc/self/status");

  static Memory now() {
    System.gc();
    long direct =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return new Memory(heap, direct, residentSet());
  }

  private static long residentSet() {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    try (var lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new CheckFailure("cannot read " + STATUS + ": " + e.getMessage(), e);
    }
  }

  /** Work that leaves nothing behind. */
  interface Work {
    void run() throws Exception;
  }

  /**
   * Holds that work leaves nothing behind. The bounds leave room for the compiler and the collector
   * of the JVM, which others may share, and as these grow only for a while, so may the process:
   * what leaks grows in every one of three attempts.
   */
  static void refuseGrowth(String after, Work work) throws Exception {
    for (int attempt = 1; ; attempt++) {
      Memory before = now();
      work.run();
      try {
        before.refuseGrowth(after);
        return;
      } catch (CheckFailure grown) {
        if (attempt == ATTEMPTS) {
          throw grown;
        }
      }
    }
  }

  private void refuseGrowth(String after) {
    Memory now = now();
    refuse(after, "the heap", heap, now.heap, 4 * MEGABYTE);
    refuse(after, "direct buffers", direct, now.direct, MEGABYTE);
    refuse(after, "the resident set", resident, now.resident, 64 * MEGABYTE);
  }

  private static void refuse(String after, String what, long before, long now, long bound) {
    if (now - before > bound) {
      throw new CheckFailure(
          what
              + " must not grow: "
              + after
              + " added "
              + (now - before) / 1024
              + " KiB (bound "
              + bound / 1024
              + " KiB)");
    }
  }
}
