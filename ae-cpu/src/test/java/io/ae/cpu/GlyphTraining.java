package io.ae.cpu;

import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Selector;
import io.ae.api.graph.Init;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;
import io.ae.api.model.Batch;
import io.ae.api.model.Encoded;
import io.ae.api.model.Network;
import io.ae.api.model.Optimiser;
import io.ae.api.model.Phase;
import io.ae.api.model.Terms;
import io.ae.api.model.Vars;
import io.ae.core.data.Dataset;
import io.ae.core.data.glyph.GlyphProvider;
import io.ae.core.nn.Activation;
import io.ae.core.nn.DenseLayer;
import io.ae.core.nn.ReconstructionError;
import io.ae.core.trace.DeclaredVars;
import io.ae.core.trace.ModelProgram;
import io.ae.core.train.Precision;
import io.ae.core.train.TrainConfig;
import io.ae.core.train.TrainRequest;
import io.ae.core.train.Trainer;
import java.util.List;

/** An autoencoder D-64-16-64-D of sigmoid units, trained on glyphs. */
final class GlyphTraining implements Network {
  private static final double RATE = 3e-3;

  private final Shape rows;
  private final List<DenseLayer> encoder;
  private final List<DenseLayer> decoder;

  private GlyphTraining(DataSpec data, Vars vars) {
    int d = data.features();
    rows = Shape.rows(data.row());
    encoder = List.of(layer(vars, "e1", d, 64), layer(vars, "e2", 64, 16));
    decoder = List.of(layer(vars, "d1", 16, 64), layer(vars, "d2", 64, d));
  }

  private static DenseLayer layer(Vars vars, String name, int in, int out) {
    Init weight = Init.glorot(in, out, 1);
    return DenseLayer.of(vars.scope(name), in, out, weight, Init.zeros(), Activation.SIGMOID);
  }

  private static Value through(List<DenseLayer> layers, Ops o, Value x) {
    Value y = x;
    for (DenseLayer layer : layers) {
      y = layer.apply(o, y);
    }
    return y;
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    return Encoded.of(through(encoder, o, o.flatten(x))); // [B, 16]
  }

  @Override
  public Value decode(Ops o, Encoded e) {
    return o.reshape(through(decoder, o, e.code()), rows); // [B, …]
  }

  @Override
  public List<Phase> phases() {
    return List.of(Phase.of("train", this::loss, Optimiser.adam(RATE)));
  }

  private Terms loss(Ops o, Batch in) {
    Value x = o.flatten(in.x()); // [B, D]
    Value h = decoder.get(0).apply(o, through(encoder, o, x)); // [B, 64]
    Value z = decoder.get(1).sums(o, h); // [B, D]
    return Terms.of(
        "error", ReconstructionError.SQUARED_ERROR.of(o, x, z, Activation.SIGMOID)); // [B]
  }

  /** Returns the mean loss of the last epoch. */
  static double loss(BackendProvider provider, Precision precision) {
    Dataset rows =
        Dataset.load(new GlyphProvider().open(Selector.parse("glyphs,count=600")).train());
    TrainConfig config = new TrainConfig().withEpochs(12).withPrecision(precision);
    DeclaredVars vars = new DeclaredVars();
    Network network = new GlyphTraining(rows.spec(), vars);
    ModelProgram program =
        ModelProgram.trace(network, rows.spec(), vars, config.traceOptions(network.phases()));
    CompileOptions options = new CompileOptions(precision.compute(), config.seed());
    try (Backend backend = provider.open(new BackendSettings(2));
        CompiledModel model = backend.compile(program.program(), options)) {
      return new Trainer().train(TrainRequest.of(program, model, config, rows)).last().loss();
    }
  }
}
