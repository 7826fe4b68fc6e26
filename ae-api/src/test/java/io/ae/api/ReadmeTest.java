package io.ae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code that the page shows is the code of the example, which a build compiles and checks. */
class ReadmeTest {
  private static final Path EXAMPLE = Path.of("..", "ae-examples", "src", "it", "dropout-plugin");

  @Test
  void codeIsTheExamples() throws IOException {
    String example;
    try (Stream<Path> files = Files.walk(EXAMPLE.resolve("src"))) {
      example =
          files
              .filter(f -> f.toString().endsWith(".java"))
              .map(ReadmeTest::text)
              .collect(Collectors.joining("\n"));
    }
    List<String> blocks =
        Pattern.compile("(?s)```java\n(.*?)```")
            .matcher(text(Path.of("README.md")))
            .results()
            .map(m -> m.group(1).strip())
            .toList();

    assertThat(blocks).hasSize(5);
    assertThat(blocks).allSatisfy(block -> assertThat(example).contains(block));
  }

  @Test
  void everyPackageIsListed() throws IOException {
    String page = text(Path.of("README.md"));
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java", "io", "ae"))) {
      assertThat(
              files
                  .filter(f -> f.endsWith("package-info.java"))
                  .map(f -> Path.of("src", "main", "java").relativize(f.getParent()).toString())
                  .map(name -> "| `" + name.replace('/', '.').replace('\\', '.') + "` |"))
          .allSatisfy(row -> assertThat(page).contains(row));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
