package io.ae.core.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.AeException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Strict JSON: one value, each key once, no comments. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private Json() {}

  /**
   * Parses one value.
   *
   * @param what what messages call the text, such as its file
   * @throws AeException {@code AE-C006} with line and column if it is not JSON or has a key twice
   */
  public static JsonNode parse(String text, String what) {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node.isMissingNode()) {
        throw new AeException("AE-C006", what + " is empty. Write {} for an empty config.");
      }
      return node;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new AeException(
          "AE-C006",
          what
              + (at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr())
              + " is not JSON: "
              + firstLine(e.getOriginalMessage())
              + ".",
          e);
    }
  }

  /**
   * Reads a file that holds one object, in UTF-8.
   *
   * @throws AeException {@code AE-C006} if it cannot be read or holds something else
   */
  public static ObjectNode read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new AeException("AE-C006", "config " + file + " does not exist.", e);
    } catch (MalformedInputException e) {
      throw new AeException("AE-C006", "config " + file + " is not UTF-8 text.", e);
    } catch (IOException e) {
      throw new AeException("AE-C006", "config " + file + " cannot be read: " + e, e);
    }
    if (parse(text, "config " + file) instanceof ObjectNode object) {
      return object;
    }
    throw new AeException("AE-C006", "config " + file + " must be an object, { … }.");
  }

  /** Returns an object without keys. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Returns JSON on several lines, indented by two. */
  public static String pretty(JsonNode node) {
    return node.toPrettyString();
  }

  private static String firstLine(String message) {
    String line = message.lines().findFirst().orElse("").strip();
    int source = line.indexOf(" (start marker at [Source");
    line = source < 0 ? line : line.substring(0, source);
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
