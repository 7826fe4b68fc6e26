package io.ae.core.conformance;

import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.graph.DType;
import io.ae.api.graph.Program;
import io.ae.api.graph.Var;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.core.backend.JavaBackendProvider;
import io.ae.core.config.ConfigWriter;
import io.ae.core.data.Scaling;
import io.ae.core.file.InferenceProgram;
import io.ae.core.file.ModelFileWriter;
import io.ae.core.file.read.ModelFile;
import io.ae.core.file.read.ModelFileReader;
import io.ae.core.file.read.ModelMetadata;
import io.ae.core.file.read.Provenance;
import io.ae.core.file.read.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** M16: a model outlives its process. */
final class FileChecks {
  private static final int STEPS = 5;

  private final AutoencoderPlugin<?> plugin;

  FileChecks(AutoencoderPlugin<?> plugin) {
    this.plugin = plugin;
  }

  List<Check> all() {
    return List.of(Rule.M16.check(this::roundTrip));
  }

  private void roundTrip() throws IOException {
    for (TinyData data : PluginChecks.accepted(plugin)) {
      Path folder = Files.createTempDirectory("conformance");
      Path file = folder.resolve("m.ae");
      try (ModelTrial trial = new ModelTrial(plugin, data, DType.F32)) {
        trial.train(STEPS);
        ModelFileWriter.write(file, model(trial));
        compare(trial, ModelFileReader.read(file));
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    }
  }

  private ModelFile model(ModelTrial trial) {
    Program program =
        InferenceProgram.of(trial.model().program(), new LinkedHashSet<>(trial.vars().all()));
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (Var v : program.state()) {
      weights.put(v.name(), Tensor.of(trial.compiled(), v));
    }
    String config =
        new ConfigWriter().toJson(PluginConfig.defaults(plugin.configType())).toString();
    Provenance provenance =
        new Provenance(
            "conformance",
            "",
            TinyData.ROWS,
            "{}",
            1,
            "java",
            1,
            Map.of(),
            Map.of(),
            null,
            0,
            List.of());
    ModelMetadata metadata =
        new ModelMetadata(
            plugin.descriptor().id(),
            config,
            trial.data().spec(),
            Scaling.none(),
            trial.model().codeKind(),
            trial.model().codeWidth(),
            provenance);
    return new ModelFile(metadata, program, weights, null);
  }

  private static void compare(ModelTrial trial, ModelFile file) {
    TinyData data = trial.data();
    Map<String, double[]> wanted = trial.run("encode", 0, TinyData.ROWS);
    int width = data.spec().features();
    try (Backend backend = new JavaBackendProvider().open(new BackendSettings(1));
        CompiledModel loaded = backend.compile(file.program(), new CompileOptions(DType.F32, 99));
        var session = loaded.session("encode", TinyData.ROWS, TinyData.ROWS * width)) {
      file.writeTo(loaded);
      if (data.spec().sparse()) {
        SparseRows.put(session, "x", SparseRows.drop(data.values(), width), width, TinyData.ROWS);
      } else {
        Lab.fill(session, "x", data.values());
      }
      session.run(TinyData.ROWS, 0);
      wanted.forEach(
          (name, codes) ->
              Numbers.same(
                  "codes of the loaded model with " + data.name(),
                  codes,
                  Lab.output(session, name, codes.length),
                  0));
    }
  }
}
