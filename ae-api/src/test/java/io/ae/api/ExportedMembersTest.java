package io.ae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Holds what is exported to the list of the last version, changed as the list of changes says: a
 * line {@code + member} or {@code - member} for each difference.
 */
class ExportedMembersTest {
  private static final Path LIST = Path.of("docs", "exported-members.txt");
  private static final Path CHANGES = Path.of("docs", "api-changes.md");
  private static final Path FOUND = Path.of("target", "exported-members.txt");

  @Test
  void everyChangeIsInTheListOfChanges() throws IOException {
    List<String> found = ExportedMembers.of(Path.of("target", "classes"));
    Files.write(FOUND, found);
    TreeSet<String> last = new TreeSet<>(Files.readAllLines(LIST));
    TreeSet<String> wanted = new TreeSet<>();
    for (String member : found) {
      if (!last.contains(member)) {
        wanted.add("+ " + member);
      }
    }
    last.removeAll(found);
    last.forEach(member -> wanted.add("- " + member));

    assertThat(Files.readAllLines(CHANGES).stream().filter(l -> l.matches("[+-] .*")))
        .as("lines of %s: the exported members, now in %s, beside %s", CHANGES, FOUND, LIST)
        .containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void listKnowsMembersOfEveryKind() throws IOException {
    assertThat(Files.readAllLines(LIST))
        .contains(
            "io.ae.api.SpiVersion . static final int CURRENT",
            "io.ae.api.backend.BackendSettings . new(int)",
            "io.ae.api.graph.DType . static final class io.ae.api.graph.DType F32",
            "io.ae.api.model.Network . default io.ae.api.CodeKind codeKind()",
            "io.ae.api.config.Doc . abstract java.lang.String value()")
        .noneMatch(line -> line.startsWith("io.ae.api.graph.Types"));
  }
}
