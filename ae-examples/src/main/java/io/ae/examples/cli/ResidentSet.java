package io.ae.examples.cli;

import io.ae.api.AeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** This process's memory as the system counts it, native memory included. */
final class ResidentSet {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String KEY = "VmRSS:";

  private ResidentSet() {}

  /**
   * Returns the resident set in bytes.
   *
   * @throws AeException {@code AE-X012} where the system has no {@code /proc}
   */
  static long bytes() {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith(KEY)) {
          return 1024 * Long.parseLong(line.substring(KEY.length()).replace("kB", "").strip());
        }
      }
      throw new AeException("AE-X012", STATUS + " has no line " + KEY + " Measure on Linux.");
    } catch (IOException e) {
      throw new AeException(
          "AE-X012", "The resident set is read from " + STATUS + ", on Linux alone: " + e, e);
    }
  }
}
