package io.ae.models.dense;

import io.ae.api.AeException;
import io.ae.api.data.DataSpec;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Schedule;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.api.model.Batch;
import io.ae.api.model.Encoded;
import io.ae.api.model.Network;
import io.ae.api.model.Optimiser;
import io.ae.api.model.Phase;
import io.ae.api.model.Terms;
import io.ae.api.model.Vars;
import io.ae.core.nn.Activation;
import io.ae.core.nn.LayerStack;
import io.ae.core.nn.ReconstructionError;
import io.ae.core.nn.WeightPenalty;
import java.util.List;
import java.util.stream.Stream;

/** Fully connected encoder and decoder. */
final class Dense implements Network {
  private static final double RATE = 5e-3;

  private final DenseConfig config;
  private final Shape rows;
  private final Activation output;
  private final LayerStack encoder;
  private final LayerStack decoder;

  Dense(DenseConfig config, DataSpec data, Vars vars) {
    this.config = config;
    this.rows = Shape.rows(data.row());
    Activation chosen = config.output();
    this.output = chosen != null ? chosen : data.unit() ? Activation.SIGMOID : Activation.LINEAR;
    refuseCrossEntropyOf(data);
    DenseLayers layers = new DenseLayers(config, data.features(), output);
    this.encoder = layers.encoder(vars.scope("encoder"));
    this.decoder = layers.decoder(vars.scope("decoder"), encoder.layers());
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    return Encoded.of(encoder.apply(o, o.flatten(x))); // [B, L]
  }

  @Override
  public Value decode(Ops o, Encoded e) {
    return o.reshape(decoder.apply(o, e.code()), rows); // [B, …]
  }

  @Override
  public List<Phase> phases() {
    return List.of(
        Phase.of("train", this::loss, Optimiser.adam(RATE)).with(Schedule.linearDecay(2.0 / 3)));
  }

  private Terms loss(Ops o, Batch in) {
    Value x = o.flatten(in.x()); // [B, D]
    Value sums = decoder.sums(o, encoder.apply(o, x)); // [B, D]
    Terms terms = Terms.of("error", config.loss().of(o, x, sums, output)); // [B]
    return new WeightPenalty(config.l1(), config.l2()).addTo(terms, o, weights());
  }

  private List<Var> weights() {
    return Stream.of(encoder, decoder)
        .flatMap(stack -> stack.layers().stream())
        .map(layer -> layer.weight())
        .toList();
  }

  private void refuseCrossEntropyOf(DataSpec data) {
    if (config.loss() != ReconstructionError.CROSS_ENTROPY) {
      return;
    }
    if (output != Activation.SIGMOID || !data.unit()) {
      throw new AeException(
          "AE-C010",
          "model.loss cross-entropy needs data in [0, 1] and a sigmoid output. Got data in ["
              + data.low()
              + ", "
              + data.high()
              + "] and output "
              + output.name().toLowerCase(java.util.Locale.ROOT)
              + ". Scale the data with min-max, or use squared-error");
    }
  }
}
