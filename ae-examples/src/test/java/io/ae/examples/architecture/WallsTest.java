package io.ae.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WallsTest {

  private static final String BROKEN = "io.ae.examples.architecture.broken";

  private static JavaClasses ours;
  private static JavaClasses broken;

  @BeforeAll
  static void importClasses() {
    ours = new ClassFileImporter().importPaths(Checkout.classFolders());
    broken = new ClassFileImporter().importPackages(BROKEN);
  }

  @Test
  void everyModuleIsLookedAt() {
    assertThat(Checkout.classFolders())
        .allSatisfy(
            folder ->
                assertThat(ours)
                    .anyMatch(
                        c ->
                            c.getSource()
                                .map(s -> s.getUri().getPath().startsWith(folder.toString()))
                                .orElse(false)));
  }

  @TestFactory
  Stream<DynamicTest> standing() {
    return new Walls("io.ae")
        .all().stream().map(w -> DynamicTest.dynamicTest(w.name(), () -> w.rule().check(ours)));
  }

  @TestFactory
  Stream<DynamicTest> failsWhenBroken() {
    return new Walls(BROKEN)
        .all().stream().map(w -> DynamicTest.dynamicTest(w.name(), () -> breaks(w)));
  }

  private static void breaks(Wall wall) {
    EvaluationResult result = wall.rule().evaluate(broken);
    assertThat(result.getFailureReport().getDetails())
        .as("what breaks '%s'", wall.name())
        .anyMatch(detail -> detail.contains("." + wall.breach()));
  }
}
