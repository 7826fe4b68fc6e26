package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.core.config.Json;
import io.ae.core.config.Overlay;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that make up a run's configuration: a file, then flags, then {@code --set}. */
final class RunOptions {
  @Option(names = "--config", paramLabel = "FILE", description = "Configuration, strict JSON.")
  @Nullable Path config;

  @Option(
      names = "--model",
      paramLabel = "PLUGIN",
      description = "Kind of autoencoder (default: dense); 'ae plugins' lists them.")
  @Nullable String plugin;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description =
          "Settings that the kind of autoencoder brings along, under all others; 'ae describe"
              + " PLUGIN' lists them.")
  @Nullable String preset;

  @Option(
      names = "--data",
      paramLabel = "SELECTOR",
      description = "Rows (default: glyphs); 'ae plugins' lists the kinds of data.")
  @Nullable String data;

  @Option(names = "--epochs", paramLabel = "N", description = "Passes over the rows, per phase.")
  @Nullable Integer epochs;

  @Option(names = "--batch", paramLabel = "N", description = "Rows of a step.")
  @Nullable Integer batch;

  @Option(names = "--backend", paramLabel = "ID", description = "Backend (default: auto).")
  @Nullable String backend;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of everything drawn.")
  @Nullable Long seed;

  @Option(
      names = "--set",
      paramLabel = "PATH=JSON",
      description = "One value, such as 'model.hidden=[128,64,10]'; may be repeated.")
  List<String> set = List.of();

  /** Returns whether nothing was given. */
  boolean none() {
    return tree(null).isEmpty();
  }

  /**
   * Returns what was given, defaults left out.
   *
   * @throws io.ae.api.AeException {@code AE-C006} or {@code AE-C007} if it is not understood
   */
  ObjectNode tree(@Nullable Integer threads) {
    ObjectNode tree = config == null ? Json.object() : Json.read(config);
    put(tree, "plugin", plugin);
    put(tree, Presets.KEY, preset);
    put(tree, "data", data);
    put(tree, "backend", backend);
    if (threads != null) {
      tree.put("threads", threads);
    }
    if (epochs != null) {
      Overlay.apply(tree, List.of("train.epochs=" + epochs));
    }
    if (batch != null) {
      Overlay.apply(tree, List.of("train.batch=" + batch));
    }
    if (seed != null) {
      Overlay.apply(tree, List.of("train.seed=" + seed));
    }
    Overlay.apply(tree, set);
    return tree;
  }

  private static void put(ObjectNode tree, String key, @Nullable String value) {
    if (value != null) {
      tree.put(key, value);
    }
  }
}
