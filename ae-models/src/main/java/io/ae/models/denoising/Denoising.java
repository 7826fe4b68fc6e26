package io.ae.models.denoising;

import io.ae.api.data.DataSpec;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Schedule;
import io.ae.api.graph.Value;
import io.ae.api.model.Batch;
import io.ae.api.model.Encoded;
import io.ae.api.model.Network;
import io.ae.api.model.Optimiser;
import io.ae.api.model.Phase;
import io.ae.api.model.Terms;
import io.ae.api.model.Vars;
import io.ae.core.nn.Corruption;
import io.ae.core.nn.EncoderDecoder;
import io.ae.core.nn.LayerPlan;
import io.ae.core.nn.Overcomplete;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Corrupted in, clean out. */
final class Denoising implements Network {
  private static final double RATE = 2e-3;

  private final Corruption corruption;
  private final int code;
  private final DataSpec data;
  private final EncoderDecoder layers;

  Denoising(DenoisingConfig config, DataSpec data, Vars vars) {
    this.corruption = config.corruption();
    this.code = config.code();
    this.data = data;
    corruption.require(data);
    LayerPlan plan =
        new LayerPlan(config.hidden(), config.activation(), code, config.codeActivation())
            .with(config.tie(), config.init(), config.output());
    this.layers = new EncoderDecoder(plan, config.loss(), data, vars);
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    return Encoded.of(layers.encode(o, x)); // [B, L]
  }

  @Override
  public Value decode(Ops o, Encoded e) {
    return layers.decode(o, e.code()); // [B, …]
  }

  @Override
  public List<Phase> phases() {
    return List.of(
        Phase.of("train", this::loss, Optimiser.adam(RATE)).with(Schedule.linearDecay(0.5)));
  }

  @Override
  public @Nullable Value corrupt(Ops o, Value x) {
    return corruption.none() ? null : corruption.apply(o, x, data); // [B, …]
  }

  @Override
  public List<String> warnings() {
    return Overcomplete.warnings(code, data, !corruption.none());
  }

  private Terms loss(Ops o, Batch in) {
    Value given = o.training() ? corruption.apply(o, in.x(), data) : in.x(); // [B, …]
    return Terms.of("error", layers.error(o, in.x(), layers.encode(o, given))); // [B]
  }
}
