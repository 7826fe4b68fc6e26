package io.ae.examples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.core.config.ConfigException;
import io.ae.core.config.ConfigReader;
import io.ae.core.config.ConfigWriter;
import io.ae.core.config.Json;
import io.ae.core.config.Problem;
import io.ae.core.plugin.Catalogue;
import io.ae.core.plugin.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The effective configuration of a run.
 *
 * @param run everything but the model's own config
 * @param plugin the variant
 * @param model the variant's config
 */
record Settings(RunConfig run, AutoencoderPlugin<?> plugin, Record model) {
  private static final String MODEL = "model";

  /**
   * Reads a configuration strictly, defaults filled in.
   *
   * @throws ConfigException naming everything that is wrong, in the run and in the model
   * @throws io.ae.api.AeException {@code AE-P001} if there is no such plugin, {@code AE-P005} if it
   *     has no such preset
   */
  static Settings read(ObjectNode given, Catalogue<AutoencoderPlugin<?>> plugins) {
    String id = given.path("plugin").asText(new RunConfig().plugin());
    AutoencoderPlugin<?> plugin = Probe.require(plugins, id);
    ObjectNode tree = Presets.under(given, plugin);
    JsonNode model = tree.has(MODEL) ? tree.remove(MODEL) : Json.object();
    ConfigReader reader = new ConfigReader();
    List<Problem> problems = new ArrayList<>();
    RunConfig run = collect(() -> reader.read(RunConfig.class, tree, ""), problems);
    Record config = collect(() -> reader.read(plugin.configType(), model, MODEL), problems);
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return new Settings(Objects.requireNonNull(run), plugin, Objects.requireNonNull(config));
  }

  private static <T> @Nullable T collect(Supplier<T> read, List<Problem> problems) {
    try {
      return read.get();
    } catch (ConfigException e) {
      problems.addAll(e.problems());
      return null;
    }
  }

  /** Returns every value, as a file for {@code --config} holds them. */
  ObjectNode json() {
    ConfigWriter writer = new ConfigWriter();
    ObjectNode tree = writer.toJson(run);
    tree.set(MODEL, writer.toJson(model));
    return tree;
  }
}
