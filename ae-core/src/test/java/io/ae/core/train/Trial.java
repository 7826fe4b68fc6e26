package io.ae.core.train;

import io.ae.api.CodeKind;
import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import io.ae.api.graph.DType;
import io.ae.api.graph.Var;
import io.ae.api.model.Network;
import io.ae.api.model.Vars;
import io.ae.core.backend.JavaBackendProvider;
import io.ae.core.data.Dataset;
import io.ae.core.data.Scaling;
import io.ae.core.file.read.ModelMetadata;
import io.ae.core.file.read.Provenance;
import io.ae.core.file.read.Tensor;
import io.ae.core.trace.DeclaredVars;
import io.ae.core.trace.ModelProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** A traced and compiled model, ready to be trained. */
final class Trial implements AutoCloseable {
  static final int WIDTH = 6;

  final ModelProgram program;
  final CompiledModel model;
  final TrainConfig config;
  private final Backend backend;

  Trial(Function<Vars, Network> network, DataSpec data, TrainConfig config) {
    this(network, data, config, DType.F32);
  }

  Trial(Function<Vars, Network> network, DataSpec data, TrainConfig config, DType compute) {
    DeclaredVars vars = new DeclaredVars();
    Network built = network.apply(vars);
    this.config = config;
    this.program = ModelProgram.trace(built, data, vars, config.traceOptions(built.phases()));
    this.backend = new JavaBackendProvider().open(new BackendSettings(1));
    this.model = backend.compile(program.program(), new CompileOptions(compute, config.seed()));
  }

  static Trial denoising(TrainConfig config) {
    return new Trial(Denoising::new, DataSpec.vectors(WIDTH), config);
  }

  TrainRequest request(Source rows) {
    return TrainRequest.of(program, model, config, rows);
  }

  History train(Source rows) {
    return new Trainer().train(request(rows));
  }

  double scalar(String variable) {
    for (Var v : program.program().state()) {
      if (v.name().equals(variable)) {
        return Tensor.of(model, v).real(0);
      }
    }
    throw new IllegalArgumentException(variable);
  }

  Map<String, Tensor> state() {
    return Snapshot.of(model, program.program().state());
  }

  static Dataset rows(int n) {
    Random random = new Random(5);
    float[][] rows = new float[n][WIDTH];
    for (float[] row : rows) {
      float common = random.nextFloat();
      for (int j = 0; j < WIDTH; j++) {
        row[j] = common + .1f * j;
      }
    }
    return Dataset.of(rows);
  }

  Checkpoints checkpoints(Path file) {
    return checkpoints(file, "{\"epochs\":3}", 1);
  }

  Checkpoints checkpoints(Path file, String settings, int threads) {
    Provenance provenance =
        new Provenance(
            "rows",
            "",
            0,
            settings,
            config.seed(),
            "java",
            threads,
            Map.of(),
            Map.of(),
            null,
            0,
            List.of());
    ModelMetadata metadata =
        new ModelMetadata(
            "denoising",
            "{}",
            DataSpec.vectors(WIDTH),
            Scaling.none(),
            CodeKind.real(),
            program.codeWidth(),
            provenance);
    return new Checkpoints(file, () -> metadata);
  }

  /** Settings of a short run: so many epochs, batches of 4. */
  static TrainConfig epochs(int epochs) {
    return new TrainConfig(
        epochs, 4, null, null, null, 0, 0, 0, true, 42, Precision.FLOAT32, 16, true, List.of());
  }

  static TrainConfig validated(int epochs, int patience) {
    return new TrainConfig(
        epochs,
        4,
        null,
        null,
        null,
        0,
        .25,
        patience,
        true,
        42,
        Precision.FLOAT32,
        16,
        true,
        List.of());
  }

  @Override
  public void close() {
    model.close();
    backend.close();
  }
}
