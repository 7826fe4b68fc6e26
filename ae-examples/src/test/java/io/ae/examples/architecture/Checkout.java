package io.ae.examples.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source tree that this test runs in. */
public final class Checkout {

  private static final List<String> MODULES =
      List.of("ae-api", "ae-core", "ae-cpu", "ae-cuda", "ae-models", "ae-retrieval", "ae-examples");

  private Checkout() {}

  /** The folder of the root pom: the nearest one above that holds {@code .mvn}. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("no .mvn folder above " + Path.of("").toAbsolutePath());
      }
    }
    return folder;
  }

  /** The folders of the modules. */
  public static List<Path> modules() {
    return MODULES.stream().map(root()::resolve).toList();
  }

  /** The folders of compiled classes, one for each module. */
  public static List<Path> classFolders() {
    return modules().stream().map(m -> m.resolve("target/classes")).toList();
  }

  /** The Java files under a folder, build outputs left out. */
  static List<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .filter(f -> !folder.relativize(f).toString().matches("(.*/)?target/.*"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
