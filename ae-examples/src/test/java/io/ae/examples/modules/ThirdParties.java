package io.ae.examples.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ae.examples.architecture.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Builds the projects under {@code src/it} as third parties would: with a Maven of their own, on
 * the jars of this build. These are laid out as a local repository that is thrown away; everything
 * else comes from this user's local repository, so nothing is downloaded.
 */
final class ThirdParties {

  private static final Path TARGET = Checkout.root().resolve("ae-examples/target");
  private static final Path PROJECTS = TARGET.resolve("it");
  private static final Path REPOSITORY = TARGET.resolve("it-repository");

  private ThirdParties() {}

  /** Builds and tests them, and returns what Maven printed. */
  static String build(Run run) throws IOException, InterruptedException {
    String maven = property("maven.home");
    String version = property("ae.version");
    clear(PROJECTS);
    clear(REPOSITORY);
    copy(Checkout.root().resolve("ae-examples/src/it"), PROJECTS);
    install("ae", Checkout.root(), version);
    for (String module : List.of("ae-api", "ae-core")) {
      install(module, Checkout.root().resolve(module), version);
    }
    Path settings = PROJECTS.resolve("settings.xml");
    Files.writeString(settings, settings(Path.of(property("maven.repository"))));
    Run.Outcome outcome =
        run.of(
            List.of(
                Path.of(maven, "bin", "mvn").toString(),
                "-B",
                "-ntp",
                "-s",
                settings.toString(),
                "-f",
                PROJECTS.toString(),
                "-Dmaven.repo.local=" + REPOSITORY,
                "-Dae.version=" + version,
                "package"));
    assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
    return outcome.out();
  }

  /** The jar that a project built. */
  static Path jar(String project) {
    return PROJECTS.resolve(project).resolve("target").resolve(project + "-1.0.jar");
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    assumeTrue(value != null, "left out: only Maven's run of this test says " + name);
    return value;
  }

  private static String settings(Path cache) {
    String repositories =
        repository("repository", "repositories", cache)
            + repository("pluginRepository", "pluginRepositories", cache);
    return """
    <settings>
      <profiles><profile><id>cache</id>%s</profile></profiles>
      <activeProfiles><activeProfile>cache</activeProfile></activeProfiles>
    </settings>
    """
        .formatted(repositories);
  }

  private static String repository(String one, String many, Path cache) {
    return """
    <%2$s><%1$s><id>central</id><url>%3$s</url>
      <releases><checksumPolicy>ignore</checksumPolicy></releases>
      <snapshots><enabled>false</enabled></snapshots>
    </%1$s></%2$s>
    """
        .formatted(one, many, cache.toUri());
  }

  private static void install(String artifact, Path project, String version) throws IOException {
    Path folder = REPOSITORY.resolve("io/ae").resolve(artifact).resolve(version);
    String name = artifact + "-" + version;
    Files.createDirectories(folder);
    Files.copy(project.resolve("pom.xml"), folder.resolve(name + ".pom"));
    Path jar = project.resolve("target").resolve(name + ".jar");
    if (!artifact.equals("ae")) {
      Files.copy(jar, folder.resolve(name + ".jar"));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void clear(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(ThirdParties::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
