package io.ae.examples.modules;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.examples.modules.Run.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts what was packaged, on the JDK that runs this test. */
class LauncherIT {

  private static final List<String> VERSION = List.of("--version");

  @TempDir Path work;

  private Run run;

  @BeforeEach
  void setUp() {
    run = new Run(work, 60);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the shell launcher; ae.bat is beside it")
  void launcherRunsOnTheModulePath() throws Exception {
    assertRuns(run.launcher(Run.HOME, VERSION));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs symbolic links")
  void launcherRunsThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(work.resolve("ae"), Run.HOME.resolve("bin/ae"));
    try {
      assertRuns(run.of(List.of(link.toString(), "--version")));
    } finally {
      Files.delete(link);
    }
  }

  @Test
  void sameJarsRunOnTheClassPath() throws Exception {
    assertRuns(run.onClassPath(List.of(), VERSION));
  }

  @Test
  void everyModuleResolves() throws Exception {
    String modules = Run.HOME.resolve("mods").toString();
    Outcome outcome =
        run.of(
            List.of(
                Run.java(), "-p", modules, "--add-modules", "ALL-MODULE-PATH", "--list-modules"));
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .contains("io.ae.api@", "io.ae.core@", "io.ae.cpu@", "io.ae.cuda@")
        .contains("io.ae.models@", "io.ae.retrieval@", "io.ae.examples@");
  }

  private static void assertRuns(Outcome outcome) {
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).startsWith("ae 0.").contains("Java " + Runtime.version().feature());
    assertThat(outcome.code()).isZero();
  }
}
