package io.ae.benchmarks.runner.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A system as it stands built.
 *
 * @param name {@code ae}, {@code tensorflow}, …
 * @param classPath what its JVM is started with
 * @param mainClass the worker's main class
 * @param nativeBytes size of the jars with native code that a user of it downloads
 */
public record SystemModule(String name, String classPath, String mainClass, long nativeBytes) {
  /** Jars for one platform say so in their classifier. */
  private static final Pattern NATIVE =
      Pattern.compile(".*-(linux|macosx|windows)-(x86_64|arm64|x86|armhf|ppc64le).*\\.jar");

  /**
   * Finds a built module, or says it is not there.
   *
   * @param home the folder of the benchmark's modules
   */
  public static SystemModule find(Path home, String name) throws IOException {
    Path target = home.resolve(name).resolve("target");
    Path lib = target.resolve("lib");
    if (!Files.isDirectory(lib)) {
      throw new IOException(
          "No system '" + name + "' is built: " + lib + " is missing. Build it with -P benchmarks");
    }
    String classPath = target.resolve("classes") + File.pathSeparator + lib + File.separator + "*";
    return new SystemModule(
        name, classPath, "io.ae.benchmarks." + name + ".Main", nativeBytes(lib));
  }

  static long nativeBytes(Path lib) throws IOException {
    try (Stream<Path> files = Files.list(lib)) {
      List<Path> jars =
          files.filter(f -> NATIVE.matcher(f.getFileName().toString()).matches()).toList();
      long bytes = 0;
      for (Path jar : jars) {
        bytes += Files.size(jar);
      }
      return bytes;
    }
  }
}
