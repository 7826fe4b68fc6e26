package io.ae.core.plugin;

import io.ae.api.AeException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where third parties' jars lie.
 *
 * @param folders for each folder its jars; a jar that was named is a folder of one
 */
public record PluginPath(List<List<Path>> folders) {
  public PluginPath {
    folders = folders.stream().map(List::copyOf).toList();
  }

  /** Returns the path without any folder. */
  public static PluginPath none() {
    return new PluginPath(List.of());
  }

  /**
   * Returns {@code plugins/} below the launcher's folder, if there is one, and what was named.
   *
   * @param home the launcher's folder, system property {@code ae.home}; null without a launcher
   * @param named folders of jars, folders of classes, or jars, as {@code --plugin-path} names them
   * @throws AeException {@code AE-P004} if one that was named does not exist
   */
  public static PluginPath of(@Nullable Path home, List<Path> named) {
    List<List<Path>> folders = new ArrayList<>();
    if (home != null && Files.isDirectory(home.resolve("plugins"))) {
      folders.add(jars(home.resolve("plugins")));
    }
    for (Path path : named) {
      if (!Files.exists(path)) {
        throw new AeException(
            "AE-P004",
            "--plugin-path "
                + path
                + " does not exist. Name a folder of jars or a jar; several are separated by '"
                + File.pathSeparator
                + "'.");
      }
      folders.add(Files.isDirectory(path) && !classes(path) ? jars(path) : List.of(path));
    }
    return new PluginPath(folders);
  }

  /**
   * Returns {@code plugins/} of the launcher that started the program, if one did, and what was
   * named; see {@link #of}.
   */
  public static PluginPath launcher(List<Path> named) {
    String home = System.getProperty("ae.home");
    return of(home == null ? null : Path.of(home), named);
  }

  private static boolean classes(Path folder) {
    return Files.exists(folder.resolve("META-INF/services"))
        || Files.exists(folder.resolve("module-info.class"));
  }

  private static List<Path> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new AeException("AE-P004", "folder " + folder + " cannot be read: " + e, e);
    }
  }
}
