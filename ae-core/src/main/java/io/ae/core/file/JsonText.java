package io.ae.core.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes JSON to memory. */
final class JsonText {
  /** What is written. */
  @FunctionalInterface
  interface Body {
    void writeTo(JsonGenerator generator) throws IOException;
  }

  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_CONTENT).build();

  private JsonText() {}

  /** Returns one object, in UTF-8; the body writes its fields. */
  static byte[] object(Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = JSON.createGenerator(bytes)) {
      generator.writeStartObject();
      body.writeTo(generator);
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  static void numbers(JsonGenerator g, String key, Map<String, Double> values) throws IOException {
    g.writeObjectFieldStart(key);
    for (Map.Entry<String, Double> e : values.entrySet()) {
      g.writeNumberField(e.getKey(), e.getValue());
    }
    g.writeEndObject();
  }

  static void reals(JsonGenerator g, String key, double[] values) throws IOException {
    g.writeFieldName(key);
    g.writeArray(values, 0, values.length);
  }

  static void texts(JsonGenerator g, String key, Iterable<String> values) throws IOException {
    g.writeArrayFieldStart(key);
    for (String s : values) {
      g.writeString(s);
    }
    g.writeEndArray();
  }

  /** Returns the word for a constant, as the reader takes it. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
