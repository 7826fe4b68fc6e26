package io.ae.benchmarks.ae;

import io.ae.api.backend.BackendSettings;
import io.ae.api.data.Parts;
import io.ae.api.graph.DType;
import io.ae.api.graph.Program;
import io.ae.api.graph.Var;
import io.ae.benchmarks.common.Encoding;
import io.ae.benchmarks.common.Setting;
import io.ae.benchmarks.common.WorkItem;
import io.ae.core.Ae;
import io.ae.core.TrainedModel;
import io.ae.core.data.Scaling;
import io.ae.core.file.InferenceProgram;
import io.ae.core.file.ModelFileWriter;
import io.ae.core.file.read.ModelFile;
import io.ae.core.file.read.ModelMetadata;
import io.ae.core.file.read.Provenance;
import io.ae.core.file.read.Tensor;
import io.ae.core.trace.DeclaredVars;
import io.ae.core.trace.ModelProgram;
import io.ae.core.trace.TraceOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Codes by a saved model, opened as {@code ae encode} opens it: from a file to a file. */
final class FacadeEncoding implements Encoding {
  private final Ae ae = Ae.create();
  private final TrainedModel model;
  private float[][] apart = {};

  /**
   * @param weights row-major, in the order in which the network declares its variables; the
   *     decoder's, which nobody asks, may be missing
   */
  FacadeEncoding(Model item, Setting setting, Map<String, float[]> weights) {
    try {
      Path file = Files.createTempFile("benchmark", ".ae");
      try {
        ModelFileWriter.write(file, saved(item, weights));
        this.model =
            ae.load(file, Library.backend(setting), new BackendSettings(setting.threads()));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ModelFile saved(Model item, Map<String, float[]> weights) {
    DeclaredVars vars = new DeclaredVars();
    ModelProgram traced =
        ModelProgram.trace(item.network().apply(vars), item.data(), vars, TraceOptions.defaults());
    Iterator<float[]> given = weights.values().iterator();
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Var v : traced.network()) {
      int elements = Math.toIntExact(v.shape().elements());
      ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * elements).order(ByteOrder.nativeOrder());
      if (given.hasNext()) {
        bytes.asFloatBuffer().put(given.next());
      }
      tensors.put(v.name(), new Tensor(DType.F32, v.shape(), bytes));
    }
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
    Program program = InferenceProgram.of(traced.program(), traced.network());
    return new ModelFile(metadata, program, tensors, null);
  }

  @Override
  public void encode(float[] rows, int n, float[] codes) {
    int width = model.data().features();
    if (apart.length < n) {
      apart = new float[n][width];
    }
    for (int i = 0; i < n; i++) {
      System.arraycopy(rows, i * width, apart[i], 0, width);
    }
    float[] all = model.encode(Arrays.copyOf(apart, n)).values();
    System.arraycopy(all, 0, codes, 0, all.length);
  }

  @Override
  public void encodeFile(WorkItem item, Path images, Path codes) {
    Parts parts = ae.data("idx:" + images);
    try (var rows = parts.train()) {
      model.encode(rows, codes);
    }
  }

  @Override
  public void close() {
    ae.close();
  }
}
