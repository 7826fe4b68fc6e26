package io.ae.examples.cli;

import io.ae.api.AeException;
import io.ae.api.backend.BackendSettings;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes. */
final class GlobalOptions {
  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print the result as one JSON object on stdout; texts go to stderr.")
  boolean json;

  @Option(
      names = "--quiet",
      scope = ScopeType.INHERIT,
      description = "No progress and no texts, only results.")
  boolean quiet;

  @Option(
      names = "--threads",
      paramLabel = "N",
      scope = ScopeType.INHERIT,
      description = "Cores to use (default: all).")
  @Nullable Integer threads;

  @Option(
      names = "--plugin-path",
      paramLabel = "PATH",
      scope = ScopeType.INHERIT,
      description = "Jars, or folders of jars, with further plugins, backends and kinds of data.")
  List<String> pluginPath = List.of();

  /** Returns the plugin path's parts; the system's own separator parts them. */
  List<Path> pluginPath() {
    return pluginPath.stream()
        .flatMap(text -> Stream.of(text.split(Pattern.quote(File.pathSeparator))))
        .map(Path::of)
        .toList();
  }

  /**
   * Returns how much of the machine may be used.
   *
   * @throws AeException {@code AE-X010} for less than one core
   */
  BackendSettings machine() {
    if (threads == null) {
      return BackendSettings.allCores();
    }
    if (threads < 1) {
      throw new AeException("AE-X010", "--threads must be at least 1. Got " + threads + ".");
    }
    return new BackendSettings(threads);
  }
}
