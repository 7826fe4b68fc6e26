package io.ae.models.sparse;

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
import io.ae.core.nn.EncoderDecoder;
import io.ae.core.nn.LayerPlan;
import io.ae.core.nn.Overcomplete;
import io.ae.core.nn.WeightPenalty;
import java.util.List;

/** An encoder whose code is kept mostly silent. */
final class Sparse implements Network {
  private static final double RATE = 5e-3;

  private final SparseConfig config;
  private final DataSpec data;
  private final EncoderDecoder layers;

  Sparse(SparseConfig config, DataSpec data, Vars vars) {
    this.config = config;
    this.data = data;
    config.sparsity().require(config.code(), config.codeActivation());
    LayerPlan plan =
        new LayerPlan(config.hidden(), config.activation(), config.code(), config.codeActivation())
            .with(config.tie(), config.init(), config.output());
    this.layers = new EncoderDecoder(plan, config.loss(), data, vars);
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    return Encoded.of(config.sparsity().code(o, layers.encode(o, x))); // [B, L]
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
  public List<String> warnings() {
    boolean restrained = !config.sparsity().none() || config.l1() > 0 || config.l2() > 0;
    return Overcomplete.warnings(config.code(), data, restrained);
  }

  private Terms loss(Ops o, Batch in) {
    Value code = encode(o, in.x()).code(); // [B, L]
    Terms terms = Terms.of("error", layers.error(o, in.x(), code)); // [B]
    terms = config.sparsity().addTo(terms, o, code);
    return new WeightPenalty(config.l1(), config.l2()).addTo(terms, o, layers.weights());
  }
}
