package io.ae.benchmarks.runner.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** This machine in words: what a row of figures belongs to. */
public final class Machine {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final List<String> FLAGS =
      List.of("avx2", "avx512f", "avx512_vnni", "avx512_bf16", "amx_bf16", "amx_tile");

  private Machine() {}

  /** Returns the cores this JVM may use. */
  public static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Returns whether the CPU lists an instruction set; false where that is not known. */
  public static boolean has(String flag) throws IOException {
    return Files.exists(CPU_INFO)
        && List.of(value(Files.readAllLines(CPU_INFO), "flags").split(" ")).contains(flag);
  }

  /** Returns CPU model, the vector instructions that matter, cores, system and JDK. */
  public static String line() throws IOException {
    List<String> info = Files.exists(CPU_INFO) ? Files.readAllLines(CPU_INFO) : List.of();
    return line(info)
        + ", %d cores, %s, JDK %s"
            .formatted(cores(), System.getProperty("os.name"), System.getProperty("java.version"));
  }

  static String line(List<String> info) {
    List<String> flags = List.of(value(info, "flags").split(" "));
    String known =
        FLAGS.stream()
            .filter(flags::contains)
            .reduce((a, b) -> a + " " + b)
            .orElse("none of " + String.join(" ", FLAGS));
    String family = "family %s model %s".formatted(value(info, "cpu family"), value(info, "model"));
    return "%s (%s), flags %s".formatted(value(info, "model name"), family, known);
  }

  private static String value(List<String> info, String name) {
    for (String line : info) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.substring(0, colon).strip().equals(name)) {
        return line.substring(colon + 1).strip();
      }
    }
    return System.getProperty("os.arch", "unknown").toLowerCase(Locale.ROOT);
  }
}
