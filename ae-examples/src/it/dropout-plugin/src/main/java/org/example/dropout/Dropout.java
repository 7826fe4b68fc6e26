package org.example.dropout;

import io.ae.api.data.DataSpec;
import io.ae.api.graph.Init;
import io.ae.api.graph.Ops;
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
import java.util.List;

/** Sigmoid code with tied weights; units of the code fall silent in training. */
final class Dropout implements Network {
  private final DropoutConfig config;
  private final Shape rows;
  private final Var weights; // [D, L]
  private final Var codeBias; // [L]
  private final Var outputBias; // [D]

  Dropout(DropoutConfig config, DataSpec data, Vars vars) {
    this.config = config;
    this.rows = Shape.rows(data.row());
    int features = data.features();
    weights = vars.parameter("w", Init.glorot(features, config.code(), 4), features, config.code());
    codeBias = vars.parameter("b", Init.zeros(), config.code());
    outputBias = vars.parameter("c", Init.zeros(), features);
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    return Encoded.of(o.sigmoid(o.dense(o.flatten(x), weights, codeBias))); // [B, L]
  }

  @Override
  public Value decode(Ops o, Encoded e) {
    return o.reshape(o.dense(e.code(), o.transpose(weights), outputBias), rows); // [B, …]
  }

  @Override
  public List<Phase> phases() {
    return List.of(Phase.of("train", this::loss, Optimiser.adam(3e-3)));
  }

  private Terms loss(Ops o, Batch in) {
    Value code = encode(o, in.x()).code(); // [B, L]
    if (o.training()) {
      code = o.dropout("dropout", code, config.rate());
    }
    Value error = o.sub(decode(o, Encoded.of(code)), in.x()); // [B, …]
    return Terms.of("error", o.sumFeatures(o.square(error))); // [B]
  }
}
