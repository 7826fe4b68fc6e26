package io.ae.examples.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The walls between modules and packages, for any root package, so that fixtures can break them.
 */
final class Walls {

  private static final Set<String> MODULES =
      Set.of("api", "core", "cpu", "cuda", "models", "retrieval", "examples");

  /** What the contracts may lean on: packages of java.base. */
  private static final String[] JAVA_BASE = {
    "java.lang..",
    "java.util..",
    "java.nio..",
    "java.io..",
    "java.math..",
    "java.time..",
    "java.text..",
    "java.security.."
  };

  private final String root;

  Walls(String root) {
    this.root = root;
  }

  List<Wall> all() {
    List<Wall> walls = new ArrayList<>();
    walls.add(arrows("api", Set.of(), "ApiNeedsCore"));
    walls.add(arrows("core", Set.of("api"), "CoreNeedsModels"));
    walls.add(arrows("cpu", Set.of("api"), "CpuNeedsCore"));
    walls.add(arrows("cuda", Set.of("api"), "CudaNeedsCpu"));
    walls.add(arrows("models", Set.of("api", "core"), "ModelsNeedsRetrieval"));
    walls.add(arrows("retrieval", Set.of("api", "core"), "RetrievalNeedsModels"));
    walls.add(arrows("examples", Set.of("api", "core", "models", "retrieval"), "ExamplesNeedsCpu"));
    walls.add(contractsLeanOnNothing());
    walls.add(onlyIn("Guice", "com.google.inject..", "GuiceInTrain", "core.wiring.."));
    walls.add(onlyIn("ND4J", "org.nd4j..", "Nd4jInCore", "cpu.nd4j..", "models.dl4j.."));
    walls.add(onlyIn("DL4J", "org.deeplearning4j..", "Dl4jInCore", "cpu.nd4j..", "models.dl4j.."));
    walls.add(onlyIn("the presets", "org.bytedeco..", "BytedecoInCore", "cpu..", "cuda.."));
    walls.add(onlyIn("picocli", "picocli..", "PicocliInCore", "examples.."));
    walls.add(servesWithout("Guice", "com.google.inject..", "ReaderNeedsGuice"));
    walls.add(
        servesWithout("databind", "com.fasterxml.jackson.databind..", "BackendNeedsDatabind"));
    walls.add(servesWithout("EJML", "org.ejml..", "ReaderNeedsEjml"));
    walls.add(providersAreFoundInOnePlace());
    walls.add(tellingNames());
    walls.add(configsArePublicRecords());
    walls.add(pluginsArePublicAndFinal());
    walls.add(networksStayInside());
    return walls;
  }

  private Wall arrows(String module, Set<String> allowed, String breach) {
    String[] forbidden =
        MODULES.stream()
            .filter(m -> !m.equals(module) && !allowed.contains(m))
            .sorted()
            .map(m -> root + "." + m + "..")
            .toArray(String[]::new);
    return new Wall(
        module + " depends on " + (allowed.isEmpty() ? "no other module" : "no other than its own"),
        noClasses()
            .that()
            .resideInAPackage(root + "." + module + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(forbidden)
            .allowEmptyShould(true),
        breach);
  }

  private Wall contractsLeanOnNothing() {
    String[] allowed =
        Stream.concat(
                Stream.of(JAVA_BASE), Stream.of(root + ".api..", "org.jspecify.annotations.."))
            .toArray(String[]::new);
    return new Wall(
        "the contracts need java.base and jspecify alone",
        classes()
            .that()
            .resideInAPackage(root + ".api..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(allowed)),
        "ApiNeedsDatabind");
  }

  private Wall onlyIn(String what, String packages, String breach, String... rooms) {
    return new Wall(
        what + " is used only in " + String.join(", ", rooms),
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .and()
            .resideOutsideOfPackages(within(rooms))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(packages),
        breach);
  }

  /** A scorer of a megabyte: the reader and the Java backend reach none of these, however far. */
  private Wall servesWithout(String what, String packages, String breach) {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage(within("core.file.read..", "core.backend.."))
            .should()
            .transitivelyDependOnClassesThat(resideInAPackage(packages))
            .allowEmptyShould(true);
    return new Wall("a saved model is served without " + what, rule, breach);
  }

  private Wall providersAreFoundInOnePlace() {
    return new Wall(
        "only core.plugin and core.wiring look for providers",
        noClasses()
            .that()
            .resideOutsideOfPackages(within("core.plugin..", "core.wiring.."))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.ServiceLoader"),
        "LooksUpProviders");
  }

  private static Wall tellingNames() {
    return new Wall(
        "names say what a class is",
        classes()
            .should()
            .haveNameNotMatching(
                ".*[.$](Abstract|Base)[A-Z]\\w*"
                    + "|.*(Impl|Base|Util|Utils|Manager|Helper|Helpers)"),
        "TensorUtils");
  }

  private Wall configsArePublicRecords() {
    return new Wall(
        "a variant's XConfig is a public record",
        classes()
            .that()
            .resideInAPackage(root + ".models..")
            .and()
            .haveSimpleNameEndingWith("Config")
            .should()
            .beRecords()
            .andShould()
            .bePublic()
            .allowEmptyShould(true),
        "HiddenConfig");
  }

  private Wall pluginsArePublicAndFinal() {
    return new Wall(
        "a variant's XPlugin is public and final",
        classes()
            .that()
            .resideInAPackage(root + ".models..")
            .and()
            .haveSimpleNameEndingWith("Plugin")
            .should()
            .bePublic()
            .andShould()
            .haveModifier(JavaModifier.FINAL)
            .allowEmptyShould(true),
        "OpenPlugin");
  }

  private Wall networksStayInside() {
    return new Wall(
        "a variant's network is package-private",
        classes()
            .that()
            .resideInAPackage(root + ".models..")
            .and()
            .areAssignableTo("io.ae.api.model.Network")
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true),
        "PublicNetwork");
  }

  private String[] within(String... rooms) {
    return Stream.of(rooms).map(room -> root + "." + room).toArray(String[]::new);
  }
}
