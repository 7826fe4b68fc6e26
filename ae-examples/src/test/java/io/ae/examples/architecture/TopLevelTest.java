package io.ae.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopLevelTest {

  @Test
  void holdsTheBuildTheModulesAndTheReadme() throws IOException, InterruptedException {
    assumeTrue(
        Files.exists(Checkout.root().resolve(".git")),
        "left out: not a git checkout, so there is no list of tracked files");
    assertThat(
            tracked()
                .map(path -> path.split("/")[0])
                .filter(name -> !name.startsWith("."))
                .distinct())
        .containsExactlyInAnyOrder(
            "pom.xml",
            "ae-api",
            "ae-core",
            "ae-cpu",
            "ae-cuda",
            "ae-models",
            "ae-retrieval",
            "ae-examples",
            "README.md");
  }

  private static Stream<String> tracked() throws IOException, InterruptedException {
    Process git =
        new ProcessBuilder(List.of("git", "ls-files"))
            .directory(Checkout.root().toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as("exit code of git ls-files").isZero();
    return out.lines();
  }
}
