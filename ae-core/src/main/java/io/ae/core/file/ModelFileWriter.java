package io.ae.core.file;

import io.ae.core.file.read.ModelFile;
import io.ae.core.file.read.Tensor;
import io.ae.core.file.read.TrainingState;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes model files and checkpoints. */
public final class ModelFileWriter {
  private ModelFileWriter() {}

  /**
   * Writes a model, replacing an older file in one step.
   *
   * @throws io.ae.api.AeException {@code AE-F010} if the folder is missing or the disk is full; an
   *     older file stays as it was; {@code AE-F011} if it is too large for the format
   */
  public static void write(Path file, ModelFile model) {
    Map<String, StoredZipWriter.Data> entries = new LinkedHashMap<>();
    entries.put("graph.json", StoredZipWriter.Data.of(GraphWriter.write(model.program())));
    entries.put("weights.safetensors", SafetensorsWriter.write(model.weights()));
    TrainingState training = model.training();
    if (training != null) {
      entries.put("training.json", StoredZipWriter.Data.of(training(training)));
      entries.put("training.safetensors", SafetensorsWriter.write(tensors(training)));
    }
    Map<String, StoredZipWriter.Data> all = new LinkedHashMap<>();
    all.put("model.json", StoredZipWriter.Data.of(metadata(model, entries)));
    all.putAll(entries);
    StoredZipWriter.write(file, all);
  }

  private static byte[] metadata(ModelFile model, Map<String, StoredZipWriter.Data> entries) {
    return JsonText.object(
        g -> {
          g.writeNumberField("format", ModelFile.FORMAT);
          MetadataWriter.write(g, model.metadata());
          g.writeObjectFieldStart("entries");
          for (Map.Entry<String, StoredZipWriter.Data> e : entries.entrySet()) {
            g.writeObjectFieldStart(e.getKey());
            g.writeNumberField("size", e.getValue().size());
            g.writeStringField("sha256", e.getValue().sha256());
            g.writeEndObject();
          }
          g.writeEndObject();
        });
  }

  private static byte[] training(TrainingState training) {
    return JsonText.object(
        g -> {
          TrainingState.Position p = training.position();
          g.writeNumberField("turn", p.turn());
          g.writeNumberField("epoch", p.epoch());
          g.writeNumberField("batch", p.batch());
          g.writeNumberField("seconds", p.seconds());
          JsonText.numbers(g, "sums", p.sums());
          TrainingState.Best best = training.best();
          if (best != null) {
            g.writeObjectFieldStart("best");
            g.writeNumberField("loss", best.loss());
            g.writeNumberField("epoch", best.epoch());
            g.writeEndObject();
          }
        });
  }

  private static Map<String, Tensor> tensors(TrainingState training) {
    Map<String, Tensor> all = new LinkedHashMap<>(training.state());
    training.bestState().forEach((name, tensor) -> all.put("best:" + name, tensor));
    return all;
  }
}
