package io.ae.examples.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.examples.architecture.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryExampleTest {
  private static final Path SOURCE =
      Path.of("ae-examples/src/test/java")
          .resolve(LibraryExample.class.getName().replace('.', '/') + ".java");

  @TempDir Path folder;

  @Test
  void itRunsAndFindsTheStrangeRow() {
    float[][] rows = rows(400, 1);
    float[][] newRows = rows(10, 2);
    newRows[4][2] = -newRows[4][2] - 1;
    double[] scores = LibraryExample.run(rows, newRows, folder.resolve("m.ae"));
    assertThat(scores).hasSize(10);
    for (int i = 0; i < 10; i++) {
      assertThat(scores[4]).isGreaterThanOrEqualTo(scores[i]);
    }
    assertThat(folder.resolve("m.ae")).exists();
  }

  @Test
  void theReadmeShowsItWordByWord() throws IOException {
    String source = Files.readString(Checkout.root().resolve(SOURCE));
    int from = source.indexOf("// README\n") + "// README\n".length();
    String example = source.substring(from, source.lastIndexOf("// README")).stripTrailing();
    assertThat(example.lines().filter(line -> !line.isBlank()).count())
        .as("lines of the example")
        .isLessThanOrEqualTo(17);
    assertThat(Files.readString(Checkout.root().resolve("README.md")))
        .contains("```java\n" + example.stripIndent() + "\n```\n");
  }

  private static float[][] rows(int n, long seed) {
    Random random = new Random(seed);
    float[][] rows = new float[n][5];
    for (float[] row : rows) {
      float a = random.nextFloat();
      for (int j = 0; j < 5; j++) {
        row[j] = (j + 1) * a + .01f * random.nextFloat();
      }
    }
    return rows;
  }
}
