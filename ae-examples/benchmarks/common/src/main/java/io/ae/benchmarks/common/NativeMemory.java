package io.ae.benchmarks.common;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * This process's resident memory without the Java heap, as Linux tells it: pages of the heap become
 * resident as objects are made, until the collector finds it worth its while to run.
 */
final class NativeMemory {
  private static final Path MAPPINGS = Path.of("/proc/self/smaps");
  private static final Pattern HEAD = Pattern.compile("([0-9a-f]+)-([0-9a-f]+) .*");
  private static final int KIB = 1024;

  /**
   * A range of addresses.
   *
   * @param resident KiB
   */
  record Mapping(long from, long to, long resident) {}

  private NativeMemory() {}

  static String line() throws IOException {
    if (!Files.exists(MAPPINGS)) {
      throw new Refusal("mappings are read from " + MAPPINGS + ", which is not here");
    }
    List<Mapping> all = read(Files.readAllLines(MAPPINGS));
    long resident = all.stream().mapToLong(Mapping::resident).sum();
    return "native " + (resident - heap(all, mostHeapBytes()));
  }

  private static long mostHeapBytes() {
    return Long.parseLong(
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
            .getVMOption("MaxHeapSize")
            .getValue());
  }

  /** Returns mappings in the order of their addresses. */
  static List<Mapping> read(List<String> lines) {
    List<Mapping> all = new ArrayList<>();
    long from = 0;
    long to = 0;
    for (String line : lines) {
      Matcher head = HEAD.matcher(line);
      if (head.matches()) {
        from = Long.parseUnsignedLong(head.group(1), 16);
        to = Long.parseUnsignedLong(head.group(2), 16);
      } else if (line.startsWith("Rss:")) {
        all.add(new Mapping(from, to, Long.parseLong(line.replaceAll("\\D", ""))));
      }
    }
    return all;
  }

  /**
   * Returns the resident KiB of the heap: the JVM reserves it in one piece, so it is the mappings
   * side by side that together are as long.
   */
  static long heap(List<Mapping> all, long bytes) {
    for (int first = 0; first < all.size(); first++) {
      long resident = 0;
      long end = all.get(first).from();
      for (int i = first; i < all.size() && all.get(i).from() == end; i++) {
        end = all.get(i).to();
        resident += all.get(i).resident();
        if (end - all.get(first).from() == bytes) {
          return resident;
        }
      }
    }
    throw new Refusal("no mappings of " + bytes / KIB + " KiB, the size of the Java heap");
  }
}
