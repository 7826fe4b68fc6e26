package io.ae.core.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A config with one thing wrong, made from the constraints of its type: what a reader must refuse.
 *
 * @param code the code of the refusal
 * @param path what the refusal must name
 * @param tree the whole config
 */
public record BadConfig(String code, String path, ObjectNode tree) {
  /**
   * Returns the defaults with one thing wrong each: an unknown key, and for every component a wrong
   * type, a number beyond each bound, a word that is not in the list, a list too short and too
   * long. Groups and lists are entered.
   *
   * @param type the config
   * @param path where it stands, such as {@code model}; may be empty
   */
  public static List<BadConfig> of(Class<? extends Record> type, String path) {
    return new BadConfigs(type, path).all();
  }
}
