package io.ae.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SpecTest {
  private static final Path SPEC = Path.of("..", "ae-api", "SPEC.md");

  @Test
  void rulesAreTheSpecificationsHeadings() throws IOException {
    List<String> headings =
        Pattern.compile("(?m)^### (.*)$")
            .matcher(Files.readString(SPEC))
            .results()
            .map(m -> m.group(1))
            .toList();
    List<String> rules =
        Arrays.stream(Rule.values()).map(r -> r + " " + r.level() + " " + r.title()).toList();
    assertThat(headings).isEqualTo(rules);
  }

  @Test
  void everyRuleHasAnIntent() throws IOException {
    List<String> sections = List.of(Files.readString(SPEC).split("(?m)^### "));
    assertThat(sections.subList(1, sections.size()))
        .allMatch(text -> intents(text) == 1, "one line starts with 'Intent: '");
  }

  private static long intents(String section) {
    return Pattern.compile("(?m)^Intent: .{10,}")
        .matcher(section)
        .results()
        .map(MatchResult::group)
        .count();
  }
}
