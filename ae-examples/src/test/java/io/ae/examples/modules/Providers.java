package io.ae.examples.modules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a module provides, as its descriptor says and as its META-INF/services says. */
final class Providers {

  private Providers() {}

  /** Reads the descriptor of a folder of classes. */
  static ModuleDescriptor descriptor(Path classes) {
    try (InputStream in = Files.newInputStream(classes.resolve("module-info.class"))) {
      return ModuleDescriptor.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Service → providers, in order, as {@code module-info} has them. */
  static Map<String, List<String>> inModule(ModuleDescriptor descriptor) {
    return descriptor.provides().stream()
        .collect(
            Collectors.toMap(
                ModuleDescriptor.Provides::service,
                ModuleDescriptor.Provides::providers,
                (a, b) -> a,
                TreeMap::new));
  }

  /** Service → providers, in order, as {@code META-INF/services} has them. */
  static Map<String, List<String>> inServices(Path classes) {
    Path folder = classes.resolve("META-INF/services");
    if (!Files.isDirectory(folder)) {
      return Map.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.collect(
          Collectors.toMap(
              f -> f.getFileName().toString(), Providers::lines, (a, b) -> a, TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
