package io.ae.models.linear;

import io.ae.api.data.DataSpec;
import io.ae.api.graph.Init;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Schedule;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;
import io.ae.api.model.Batch;
import io.ae.api.model.Encoded;
import io.ae.api.model.Network;
import io.ae.api.model.Optimiser;
import io.ae.api.model.Phase;
import io.ae.api.model.Terms;
import io.ae.api.model.Vars;
import io.ae.core.nn.Activation;
import io.ae.core.nn.DenseLayer;
import io.ae.core.nn.ReconstructionError;
import java.util.List;

/** One linear layer in, one linear layer out. */
final class Linear implements Network {
  private static final double RATE = 3e-3;

  private final Shape rows;
  private final DenseLayer encoder;
  private final DenseLayer decoder;

  Linear(LinearConfig config, DataSpec data, Vars vars) {
    int d = data.features();
    int l = config.code();
    this.rows = Shape.rows(data.row());
    Init weight = Init.glorot(d, l, 1);
    this.encoder =
        DenseLayer.of(vars.scope("encoder"), d, l, weight, Init.zeros(), Activation.LINEAR);
    this.decoder =
        DenseLayer.of(vars.scope("decoder"), l, d, weight, Init.zeros(), Activation.LINEAR);
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
        Phase.of("train", this::loss, Optimiser.adam(RATE)).with(Schedule.linearDecay(0)));
  }

  private Terms loss(Ops o, Batch in) {
    Value x = o.flatten(in.x()); // [B, D]
    Value z = decoder.sums(o, encoder.apply(o, x)); // [B, D]
    return Terms.of(
        "error", ReconstructionError.SQUARED_ERROR.of(o, x, z, Activation.LINEAR)); // [B]
  }
}
