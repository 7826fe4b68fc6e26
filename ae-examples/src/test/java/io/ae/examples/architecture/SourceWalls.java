package io.ae.examples.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Walls that only the source text shows. Each gives the breaches it finds under a folder. */
final class SourceWalls {

  static final int LONGEST_FILE = 500;

  private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");

  private static final Pattern SWALLOWED =
      Pattern.compile("catch \\([^)]*\\) *\\{\\s*(//[^\\n]*\\s*)*\\}");

  private SourceWalls() {}

  static List<String> longFiles(Path folder) {
    return Checkout.javaFiles(folder).stream()
        .filter(f -> text(f).lines().count() > LONGEST_FILE)
        .map(f -> folder.relativize(f) + " has " + text(f).lines().count() + " lines")
        .toList();
  }

  static List<String> unmarkedPackages(Path folder) {
    return Checkout.javaFiles(folder).stream()
        .filter(f -> f.toString().replace('\\', '/').contains("src/main/java/"))
        .filter(f -> !f.endsWith("module-info.java"))
        .map(Path::getParent)
        .distinct()
        .filter(p -> !isMarked(p.resolve("package-info.java")))
        .map(p -> folder.relativize(p) + " has no package-info.java with @NullMarked")
        .toList();
  }

  static List<String> unfinishedWork(Path folder) {
    return matching(folder, UNFINISHED, "holds words of unfinished work");
  }

  static List<String> swallowedExceptions(Path folder) {
    return matching(folder, SWALLOWED, "swallows an exception");
  }

  private static List<String> matching(Path folder, Pattern pattern, String what) {
    Stream<Path> files = Checkout.javaFiles(folder).stream();
    return files
        .filter(f -> pattern.matcher(text(f)).find())
        .map(f -> folder.relativize(f) + " " + what)
        .toList();
  }

  private static boolean isMarked(Path packageInfo) {
    return Files.exists(packageInfo) && text(packageInfo).contains("\n@NullMarked\npackage ");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
