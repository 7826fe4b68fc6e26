package io.ae.benchmarks.ae;

import io.ae.api.Codes;
import io.ae.api.backend.BackendSettings;
import io.ae.api.data.Parts;
import io.ae.benchmarks.common.Encoding;
import io.ae.benchmarks.common.Setting;
import io.ae.benchmarks.common.WorkItem;
import io.ae.core.Ae;
import io.ae.core.TrainedModel;
import io.ae.core.data.RowWriter;
import io.ae.core.data.Scaling;
import io.ae.core.file.InferenceProgram;
import io.ae.core.file.ModelFileWriter;
import io.ae.core.file.read.ModelFile;
import io.ae.core.file.read.ModelMetadata;
import io.ae.core.file.read.Provenance;
import io.ae.core.file.read.Tensor;
import io.ae.core.trace.ModelProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Codes by a saved model, opened as {@code ae encode} opens it: from a file to a file. */
final class FacadeEncoding implements Encoding {
  private final Ae ae = Ae.create();
  private final TrainedModel model;
  private float[][] apart = {};

  FacadeEncoding(Compiled compiled, Model item, Setting setting) {
    try (compiled) {
      Path file = Files.createTempFile("benchmark", ".ae");
      try {
        ModelFileWriter.write(file, saved(compiled, item));
        this.model =
            ae.load(file, Library.backend(setting), new BackendSettings(setting.threads()));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ModelFile saved(Compiled compiled, Model item) {
    ModelProgram traced = compiled.traced();
    var program = InferenceProgram.of(traced.program(), traced.network());
    Map<String, Tensor> weights = new LinkedHashMap<>();
    program.state().forEach(v -> weights.put(v.name(), Tensor.of(compiled.model(), v)));
    Provenance nowhere =
        new Provenance("", "", 0, "{}", 0, "", 1, Map.of(), Map.of(), null, 0, List.of());
    ModelMetadata metadata =
        new ModelMetadata(
            "dense",
            "{}",
            item.data(),
            Scaling.none(),
            traced.codeKind(),
            traced.codeWidth(),
            nowhere);
    return new ModelFile(metadata, program, weights, null);
  }

  @Override
  public void encode(float[] rows, int n, float[] codes) {
    int width = model.data().features();
    if (apart.length != n) {
      apart = new float[n][width];
    }
    for (int i = 0; i < n; i++) {
      System.arraycopy(rows, i * width, apart[i], 0, width);
    }
    float[] all = model.encode(apart).values();
    System.arraycopy(all, 0, codes, 0, all.length);
  }

  @Override
  public void encodeFile(WorkItem item, Path images, Path codes) {
    Parts parts = ae.data("idx:" + images);
    try (var rows = parts.train()) {
      Codes encoded = model.encode(rows);
      RowWriter.write(
          codes, RowWriter.numbered("c", encoded.width()), encoded.ids(), encoded.values());
    }
  }

  @Override
  public void close() {
    ae.close();
  }
}
