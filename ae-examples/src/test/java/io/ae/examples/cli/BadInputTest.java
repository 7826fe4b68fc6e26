package io.ae.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mistakes of users, end to end: exit code 2, the golden text on stderr, nothing written and
 * nothing overwritten. {@code bad-input.txt} holds for each case its command line and its text.
 */
class BadInputTest {
  private static final String GOLDEN = "bad-input.txt";

  @TempDir static Path folder;

  @BeforeAll
  static void write() throws IOException {
    Run run =
        Run.of(
            "train",
            "--data",
            "glyphs,count=50",
            "--epochs",
            "1",
            "--backend",
            "java",
            "--quiet",
            "--set",
            "model.hidden=[4]",
            "--set",
            "model.code=2",
            "--out",
            folder.resolve("good.ae").toString());
    assertThat(run.err()).isEmpty();
    new BadFiles(folder).write();
    Stopped.afterAnEpoch(folder.resolve("stopped.ae"), "--data", "glyphs,count=50");
    Files.writeString(folder.resolve("old.ae"), "an older model");
    Files.writeString(folder.resolve("old.html"), "an older report");
  }

  /** Returns the text of each case by its command line. */
  static Map<String, String> golden() {
    Map<String, String> cases = new LinkedHashMap<>();
    try (InputStream in = BadInputTest.class.getResourceAsStream(GOLDEN)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String one : text.split("(?m)^\\$ ae ")) {
        if (!one.isBlank()) {
          int end = one.indexOf('\n');
          cases.put(one.substring(0, end), one.substring(end + 1).strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  static Stream<String> cases() {
    return golden().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefused(String line) throws IOException {
    Map<String, String> before = files();

    Run run = Run.of(line.replace("DIR", folder.toString()).split(" "));

    assertThat(text(run)).isEqualTo(golden().get(line));
    assertThat(run.code()).isEqualTo(2);
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void everyTextBeginsWithItsCodeAndShowsNoStackTrace() {
    assertThat(golden())
        .hasSizeGreaterThan(20)
        .allSatisfy(
            (line, text) ->
                assertThat(text).matches("(?s)AE-[A-Z]\\d{3} .*").doesNotContain("\tat "));
  }

  /** Lists of what there is grow with each plugin and each key: they are cut short. */
  private static String text(Run run) {
    return run.err()
        .replace(folder.toString(), "DIR")
        .replaceAll("Found( \\d+)?: [^.]*\\.", "Found …")
        .replaceAll("Known( in \\w+)?: [^.]*\\.", "Known …")
        .strip();
  }

  /** Returns every file with a digest of what it holds. */
  private static Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(file.toString(), Integer.toString(Arrays.hashCode(Files.readAllBytes(file))));
      }
    }
    return files;
  }
}
