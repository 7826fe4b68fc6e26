package io.ae.core.file;

import com.fasterxml.jackson.core.JsonGenerator;
import io.ae.api.CodeKind;
import io.ae.api.data.Column;
import io.ae.api.data.DataSpec;
import io.ae.core.data.Scaling;
import io.ae.core.file.read.EpochLog;
import io.ae.core.file.read.ModelMetadata;
import io.ae.core.file.read.Provenance;
import java.io.IOException;
import java.util.Map;

/** Writes the fields of {@code model.json} that describe the model. */
final class MetadataWriter {
  private MetadataWriter() {}

  static void write(JsonGenerator g, ModelMetadata m) throws IOException {
    g.writeStringField("plugin", m.plugin());
    g.writeFieldName("config");
    g.writeRawValue(m.config());
    data(g, m.data());
    scaling(g, m.scaling());
    code(g, m.codeKind(), m.codeWidth());
    provenance(g, m.provenance());
  }

  private static void data(JsonGenerator g, DataSpec spec) throws IOException {
    g.writeObjectFieldStart("data");
    g.writeFieldName("row");
    g.writeArray(spec.row().dims(), 0, spec.row().rank());
    g.writeArrayFieldStart("columns");
    for (Column c : spec.columns()) {
      g.writeStartObject();
      g.writeStringField("name", c.name());
      g.writeStringField("kind", JsonText.word(c.kind()));
      g.writeNumberField("categories", c.categories());
      g.writeEndObject();
    }
    g.writeEndArray();
    g.writeNumberField("low", spec.low());
    g.writeNumberField("high", spec.high());
    g.writeNumberField("density", spec.density());
    g.writeNumberField("classes", spec.classes());
    JsonText.texts(g, "classNames", spec.classNames());
    g.writeEndObject();
  }

  private static void scaling(JsonGenerator g, Scaling scaling) throws IOException {
    g.writeObjectFieldStart("scaling");
    g.writeStringField("kind", JsonText.word(scaling.kind()));
    JsonText.reals(g, "shift", scaling.shift());
    JsonText.reals(g, "factor", scaling.factor());
    g.writeEndObject();
  }

  private static void code(JsonGenerator g, CodeKind kind, int width) throws IOException {
    g.writeObjectFieldStart("code");
    if (kind instanceof CodeKind.Indices indices) {
      g.writeStringField("kind", "indices");
      g.writeNumberField("range", indices.range());
    } else {
      g.writeStringField("kind", kind instanceof CodeKind.Bits ? "bits" : "real");
    }
    g.writeNumberField("width", width);
    g.writeEndObject();
  }

  private static void provenance(JsonGenerator g, Provenance p) throws IOException {
    g.writeObjectFieldStart("training");
    g.writeStringField("data", p.data());
    g.writeStringField("dataDigest", p.dataDigest());
    g.writeNumberField("rows", p.rows());
    g.writeFieldName("settings");
    g.writeRawValue(p.settings());
    g.writeNumberField("seed", p.seed());
    g.writeStringField("backend", p.backend());
    g.writeNumberField("threads", p.threads());
    g.writeObjectFieldStart("versions");
    for (Map.Entry<String, String> e : p.versions().entrySet()) {
      g.writeStringField(e.getKey(), e.getValue());
    }
    g.writeEndObject();
    JsonText.numbers(g, "metrics", p.metrics());
    Double pca = p.pcaSquaredError();
    if (pca != null) {
      g.writeNumberField("pcaSquaredError", pca);
    }
    g.writeNumberField("trainSeconds", p.trainSeconds());
    g.writeArrayFieldStart("history");
    for (EpochLog e : p.history()) {
      epoch(g, e);
    }
    g.writeEndArray();
    g.writeEndObject();
  }

  private static void epoch(JsonGenerator g, EpochLog e) throws IOException {
    g.writeStartObject();
    g.writeStringField("phase", e.phase());
    g.writeNumberField("epoch", e.epoch());
    g.writeNumberField("loss", e.loss());
    JsonText.numbers(g, "terms", e.terms());
    Double validation = e.validationLoss();
    if (validation != null) {
      g.writeNumberField("validationLoss", validation);
    }
    g.writeNumberField("seconds", e.seconds());
    g.writeNumberField("samplesPerSecond", e.samplesPerSecond());
    g.writeEndObject();
  }
}
