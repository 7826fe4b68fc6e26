package io.ae.examples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.AeException;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.core.config.Json;
import io.ae.core.config.Overlay;
import io.ae.core.config.Suggestion;
import java.util.Map;
import java.util.TreeMap;

/** Configurations that a plugin brings along, by name. */
final class Presets {
  /** Where a configuration names the one it builds on. */
  static final String KEY = "preset";

  private Presets() {}

  /** Returns a plugin's presets in the order of their names. */
  static Map<String, ObjectNode> of(AutoencoderPlugin<?> plugin) {
    Map<String, ObjectNode> presets = new TreeMap<>();
    String id = plugin.descriptor().id();
    plugin
        .presets()
        .forEach(
            (name, text) ->
                presets.put(
                    name, (ObjectNode) Json.parse(text, "preset " + name + " of plugin " + id)));
    return presets;
  }

  /**
   * Returns a configuration laid over the preset it names, if it names one.
   *
   * @throws AeException {@code AE-P005} if the plugin has no such preset
   */
  static ObjectNode under(ObjectNode given, AutoencoderPlugin<?> plugin) {
    ObjectNode tree = given.deepCopy();
    JsonNode named = tree.remove(KEY);
    if (named == null || named.isNull()) {
      return tree;
    }
    Map<String, ObjectNode> presets = of(plugin);
    ObjectNode preset = named.isTextual() ? presets.get(named.textValue()) : null;
    if (preset == null) {
      String id = plugin.descriptor().id();
      throw new AeException(
          "AE-P005",
          "No preset "
              + named
              + " of plugin '"
              + id
              + "'. It has "
              + (presets.isEmpty() ? "none" : String.join(", ", presets.keySet()))
              + "."
              + Suggestion.sentence(named.asText(), presets.keySet())
              + " 'ae describe "
              + id
              + "' shows what they hold.");
    }
    return Overlay.merge(preset, tree);
  }
}
