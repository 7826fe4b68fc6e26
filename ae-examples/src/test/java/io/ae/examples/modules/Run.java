package io.ae.examples.modules;

import io.ae.examples.architecture.Checkout;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a command to its end. */
final class Run {

  /** The launcher's folder, as packaged. */
  static final Path HOME = Checkout.root().resolve("ae-examples/target/ae");

  /** The main class, with its module before it. */
  static final String MODULE_MAIN = "io.ae.examples/io.ae.examples.cli.Main";

  private static final String MAIN = "io.ae.examples.cli.Main";

  private final Path work;
  private final int seconds;

  /**
   * Sets up runs.
   *
   * @param work working folder; what a command prints is kept there while it runs
   * @param seconds after which a command is killed and the test fails
   */
  Run(Path work, int seconds) {
    this.work = work;
    this.seconds = seconds;
  }

  /** What a command left. */
  record Outcome(int code, String out, String err) {}

  /** Runs a command with the JDK of this test as its {@code JAVA_HOME}. */
  Outcome of(List<String> command) throws IOException, InterruptedException {
    Path out = work.resolve("out.txt");
    Path err = work.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(work.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("AE_OPTS");
    Process process = builder.start();
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("running after " + seconds + " s: " + String.join(" ", command));
    }
    return new Outcome(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  /** Runs the launcher of a folder. */
  Outcome launcher(Path home, List<String> arguments) throws IOException, InterruptedException {
    return of(prepend(arguments, home.resolve("bin/ae").toString()));
  }

  /** Runs everything on the class path, with more jars. */
  Outcome onClassPath(List<Path> more, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> paths = new ArrayList<>();
    more.forEach(jar -> paths.add(jar.toString()));
    paths.add(HOME.resolve("mods").resolve("*").toString());
    paths.add(HOME.resolve("lib").resolve("*").toString());
    return of(prepend(arguments, java(), "-cp", String.join(File.pathSeparator, paths), MAIN));
  }

  /** Runs the modules on the module path, with more of them. */
  Outcome onModulePath(List<Path> more, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> paths = new ArrayList<>();
    paths.add(HOME.resolve("mods").toString());
    more.forEach(jar -> paths.add(jar.toString()));
    String natives = HOME.resolve("lib").resolve("*").toString();
    return of(
        prepend(
            arguments,
            java(),
            "-p",
            String.join(File.pathSeparator, paths),
            "-cp",
            natives,
            "-m",
            MODULE_MAIN));
  }

  /** The {@code java} of this test. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static List<String> prepend(List<String> arguments, String... first) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(arguments);
    return all;
  }
}
