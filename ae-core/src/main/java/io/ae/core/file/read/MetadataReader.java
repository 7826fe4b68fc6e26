package io.ae.core.file.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.ae.api.CodeKind;
import io.ae.api.data.Column;
import io.ae.api.data.ColumnKind;
import io.ae.api.data.DataSpec;
import io.ae.core.data.Scaling;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code model.json}. */
final class MetadataReader {
  private MetadataReader() {}

  /**
   * @param json asked for its format and list of entries already
   * @throws io.ae.api.AeException {@code AE-F005} for an unknown key or a value out of place
   */
  static ModelMetadata read(JsonObject json) {
    JsonObject code = json.object("code");
    try {
      ModelMetadata metadata =
          new ModelMetadata(
              json.text("plugin"),
              text(json, "config"),
              data(json.object("data")),
              scaling(json.object("scaling")),
              codeKind(code),
              code.size("width"),
              provenance(json.object("training")));
      code.end();
      json.end();
      if (metadata.scaling().shift().length != 0
          && metadata.scaling().shift().length != metadata.data().features()) {
        json.fail("scaling", "of as many columns as the data");
      }
      return metadata;
    } catch (IllegalArgumentException | ArithmeticException e) {
      return json.fail("data, scaling", "of one form (" + e.getMessage() + ")");
    }
  }

  private static DataSpec data(JsonObject json) {
    List<Column> columns = new ArrayList<>();
    for (JsonObject c : json.objects("columns")) {
      columns.add(
          new Column(c.text("name"), c.word("kind", ColumnKind.class), c.size("categories")));
      c.end();
    }
    DataSpec spec =
        new DataSpec(
            OpArguments.shape(json, "row"),
            columns,
            json.number("low"),
            json.number("high"),
            json.number("density"),
            json.size("classes"),
            json.texts("classNames"));
    json.end();
    return spec;
  }

  private static Scaling scaling(JsonObject json) {
    Scaling scaling =
        new Scaling(
            json.word("kind", Scaling.Kind.class), reals(json, "shift"), reals(json, "factor"));
    json.end();
    return scaling;
  }

  private static double[] reals(JsonObject json, String key) {
    List<?> list = json.list(key);
    double[] all = new double[list.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = list.get(i) instanceof Number n ? n.doubleValue() : json.fail(key, "numbers");
    }
    return all;
  }

  private static CodeKind codeKind(JsonObject json) {
    return switch (json.text("kind")) {
      case "real" -> CodeKind.real();
      case "bits" -> CodeKind.bits();
      case "indices" -> CodeKind.indices(json.size("range"));
      default -> json.fail("kind", "real, bits or indices");
    };
  }

  private static Provenance provenance(JsonObject json) {
    JsonObject versions = json.object("versions");
    Map<String, String> texts = new LinkedHashMap<>();
    versions.keys().forEach(k -> texts.put(k, versions.text(k)));
    List<EpochLog> history = new ArrayList<>();
    for (JsonObject e : json.objects("history")) {
      history.add(epoch(e));
    }
    Provenance provenance =
        new Provenance(
            json.text("data"),
            json.text("dataDigest"),
            json.whole("rows"),
            text(json, "settings"),
            json.whole("seed"),
            json.text("backend"),
            json.size("threads"),
            texts,
            json.numbers("metrics"),
            json.numberOrNull("pcaSquaredError"),
            json.number("trainSeconds"),
            history);
    json.end();
    return provenance;
  }

  private static EpochLog epoch(JsonObject json) {
    EpochLog log =
        new EpochLog(
            json.text("phase"),
            json.size("epoch"),
            json.number("loss"),
            json.numbers("terms"),
            json.numberOrNull("validationLoss"),
            json.number("seconds"),
            json.number("samplesPerSecond"));
    json.end();
    return log;
  }

  /** Returns an object as JSON text: its meaning is the plugin's. */
  private static String text(JsonObject json, String key) {
    if (!(json.any(key) instanceof Map)) {
      return json.fail(key, "an object");
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
      write(generator, json.any(key));
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator g, @Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      g.writeStartObject();
      for (Map.Entry<?, ?> e : map.entrySet()) {
        g.writeFieldName((String) e.getKey());
        write(g, e.getValue());
      }
      g.writeEndObject();
    } else if (value instanceof List<?> list) {
      g.writeStartArray();
      for (Object o : list) {
        write(g, o);
      }
      g.writeEndArray();
    } else if (value instanceof String s) {
      g.writeString(s);
    } else if (value instanceof Long n) {
      g.writeNumber(n);
    } else if (value instanceof Double d) {
      g.writeNumber(d);
    } else if (value instanceof Boolean b) {
      g.writeBoolean(b);
    } else {
      g.writeNull();
    }
  }
}
