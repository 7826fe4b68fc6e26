package io.ae.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MeasuringCommandsTest {
  private static Run tiny(String command, String... more) {
    String[] args = {
      command,
      "--data",
      "glyphs,count=40",
      "--backend",
      "java",
      "--threads",
      "1",
      "--json",
      "--set",
      "model.hidden=[4]",
      "--batch",
      "36"
    };
    String[] all = Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return Run.of(all);
  }

  @Test
  void soakMeasuresGrowthAfterTheFirstThousandSteps() {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "left out: needs Linux's /proc");

    JsonNode json = tiny("soak", "--steps", "1100", "--limit", "1e6").json();

    assertThat(json.get("steps").asLong()).isGreaterThanOrEqualTo(1100);
    assertThat(json.get("firstMib").asDouble()).isPositive();
    assertThat(json.get("passed").asBoolean()).isTrue();
  }

  @Test
  void busyComparesAStepWithAndWithoutANeighbour() {
    Run run = tiny("busy", "--epochs", "3", "--limit", "1e-9");

    assertThat(run.json().get("quietMs").asDouble()).isPositive();
    assertThat(run.json().get("busyMs").asDouble()).isPositive();
    assertThat(run.code()).as("a factor above the limit").isEqualTo(1);
  }
}
