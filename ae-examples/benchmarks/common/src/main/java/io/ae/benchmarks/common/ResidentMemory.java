package io.ae.benchmarks.common;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** This process's resident memory, now and at its peak, as Linux tells it. */
final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private ResidentMemory() {}

  static String line() throws IOException {
    if (!Files.exists(STATUS)) {
      throw new Refusal("resident memory is read from " + STATUS + ", which is not here");
    }
    List<String> lines = Files.readAllLines(STATUS);
    return "rss " + kib(lines, "VmRSS:") + " " + kib(lines, "VmHWM:");
  }

  private static long kib(List<String> lines, String name) throws IOException {
    for (String line : lines) {
      if (line.startsWith(name)) {
        return Long.parseLong(line.substring(name.length(), line.indexOf("kB")).trim());
      }
    }
    throw new IOException("no " + name + " in " + STATUS);
  }
}
