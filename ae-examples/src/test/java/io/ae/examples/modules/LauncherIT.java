package io.ae.examples.modules;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.examples.architecture.Checkout;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts what was packaged, on the JDK that runs this test. */
class LauncherIT {

  private static final Path HOME = Checkout.root().resolve("ae-examples/target/ae");
  private static final String MAIN = "io.ae.examples.cli.Main";

  @TempDir Path work;

  private record Outcome(int code, String out, String err) {}

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the shell launcher; ae.bat is beside it")
  void launcherRunsOnTheModulePath() throws Exception {
    Outcome outcome = run(HOME.resolve("bin/ae").toString(), "--version");
    assertThat(outcome.err).isEmpty();
    assertThat(outcome.out).startsWith("ae 0.").contains("Java " + Runtime.version().feature());
    assertThat(outcome.code).isZero();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs symbolic links")
  void launcherRunsThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(work.resolve("ae"), HOME.resolve("bin/ae"));
    try {
      assertThat(run(link.toString(), "--version").out).startsWith("ae ");
    } finally {
      Files.delete(link);
    }
  }

  @Test
  void sameJarsRunOnTheClassPath() throws Exception {
    String paths = HOME.resolve("mods/*") + File.pathSeparator + HOME.resolve("lib/*");
    Outcome outcome = run(java(), "-cp", paths, MAIN, "--version");
    assertThat(outcome.err).isEmpty();
    assertThat(outcome.out).startsWith("ae 0.");
    assertThat(outcome.code).isZero();
  }

  @Test
  void everyModuleResolves() throws Exception {
    Outcome outcome =
        run(
            java(),
            "-p",
            HOME.resolve("mods").toString(),
            "--add-modules",
            "ALL-MODULE-PATH",
            "--list-modules");
    assertThat(outcome.err).isEmpty();
    assertThat(outcome.out)
        .contains("io.ae.api@", "io.ae.core@", "io.ae.cpu@", "io.ae.cuda@")
        .contains("io.ae.models@", "io.ae.retrieval@", "io.ae.examples@");
  }

  private Outcome run(String... command) throws IOException, InterruptedException {
    Path out = work.resolve("out.txt");
    Path err = work.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(List.of(command)))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("AE_OPTS");
    Process process = builder.start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running after 60 s: " + String.join(" ", command));
    }
    return new Outcome(process.exitValue(), read(out), read(err));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
