package io.ae.models.contractive;

import io.ae.api.data.DataSpec;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Value;
import io.ae.api.model.Batch;
import io.ae.api.model.Encoded;
import io.ae.api.model.Network;
import io.ae.api.model.Optimiser;
import io.ae.api.model.Phase;
import io.ae.api.model.Terms;
import io.ae.api.model.Vars;
import io.ae.core.nn.EncoderDecoder;
import io.ae.core.nn.JacobianNorm;
import io.ae.core.nn.LayerPlan;
import io.ae.core.nn.Overcomplete;
import java.util.List;

/** An encoder whose Jacobian is kept small. */
final class Contractive implements Network {
  private static final double RATE = 5e-3;

  private final ContractiveConfig config;
  private final DataSpec data;
  private final EncoderDecoder layers;

  Contractive(ContractiveConfig config, DataSpec data, Vars vars) {
    this.config = config;
    this.data = data;
    LayerPlan plan =
        new LayerPlan(config.hidden(), config.activation(), config.code(), config.codeActivation())
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
    return List.of(Phase.of("train", this::loss, Optimiser.adam(RATE)));
  }

  /** A row is as strange as its reconstruction is far: the norm would draw, and says little. */
  @Override
  public Value score(Ops o, Value x) {
    return layers.error(o, x, layers.encode(o, x)); // [B]
  }

  @Override
  public List<String> warnings() {
    return Overcomplete.warnings(config.code(), data, config.factor() > 0);
  }

  /** ‖J‖²F, {@code [B]}. */
  Value norm(Ops o, Value x) {
    JacobianNorm chosen = config.jacobian();
    JacobianNorm norm = chosen != null ? chosen : JacobianNorm.cheapest(layers.encoder());
    return norm.of(o, o.flatten(x), layers.encoder(), config.probes());
  }

  private Terms loss(Ops o, Batch in) {
    Value code = layers.encode(o, in.x()); // [B, L]
    Terms terms = Terms.of("error", layers.error(o, in.x(), code)); // [B]
    return config.factor() == 0
        ? terms
        : terms.and("contraction", o.mul(norm(o, in.x()), config.factor())); // [B]
  }
}
