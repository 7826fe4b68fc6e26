package io.ae.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class SourceWallsTest {

  private static final String FILE = "src/main/java/p/Tall.java";

  @TempDir Path broken;

  private record Case(String name, Function<Path, List<String>> wall, String source) {}

  private static final List<Case> CASES =
      List.of(
          new Case("files stay short", SourceWalls::longFiles, "\n".repeat(501)),
          new Case("packages are null-marked", SourceWalls::unmarkedPackages, "class Tall {}"),
          new Case("work is finished", SourceWalls::unfinishedWork, "// TO" + "DO: the rest"),
          new Case(
              "exceptions are not swallowed",
              SourceWalls::swallowedExceptions,
              "try { run(); } catch (Exception e) {\n // never mind\n}"));

  @TestFactory
  Stream<DynamicTest> standing() {
    return CASES.stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.name, () -> assertThat(c.wall.apply(Checkout.root())).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> failsWhenBroken() throws IOException {
    Files.createDirectories(broken.resolve(FILE).getParent());
    return CASES.stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.name,
                    () -> {
                      Files.writeString(broken.resolve(FILE), c.source);
                      assertThat(c.wall.apply(broken)).singleElement().asString().contains("p");
                    }));
  }
}
