package io.ae.models.masked;

import io.ae.api.AeException;
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
import io.ae.core.nn.PatchMask;
import java.util.List;

/** Parts of a row are masked, and they alone are predicted. */
final class Masked implements Network {
  private static final double RATE = 2e-3;

  private final PatchMask mask;
  private final double token;
  private final boolean indicator;
  private final EncoderDecoder layers;

  Masked(MaskedConfig config, DataSpec data, Vars vars) {
    this.mask = PatchMask.of(data, config.patch(), config.fraction());
    this.token = config.token();
    this.indicator = config.indicator();
    refuseTokenWithin(data);
    LayerPlan plan =
        new LayerPlan(config.hidden(), config.activation(), config.code(), config.codeActivation());
    int given = indicator ? 2 * data.features() : data.features();
    this.layers = new EncoderDecoder(plan, config.loss(), data, given, vars);
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    Value flat = o.flatten(x); // [B, D]
    if (!indicator) {
      return Encoded.of(layers.encode(o, flat)); // [B, L]
    }
    Value masked = o.equal(flat, o.constant(token)); // [B, D]
    Value seen = o.mul(flat, o.sub(1, masked)); // [B, D]
    return Encoded.of(layers.encode(o, o.concat(1, List.of(seen, masked)))); // [B, L]
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
  public Value corrupt(Ops o, Value x) {
    return cover(o, x, mask.draw(o)); // [B, …]
  }

  private Terms loss(Ops o, Batch in) {
    Value x = in.x(); // [B, …]
    if (!o.training()) {
      return Terms.of("error", layers.error(o, x, encode(o, x).code())); // [B]
    }
    Value drawn = mask.draw(o); // [B, …]
    Value code = encode(o, cover(o, x, drawn)).code(); // [B, L]
    return Terms.of("error", layers.error(o, x, code, drawn)); // [B]
  }

  private Value cover(Ops o, Value x, Value drawn) {
    return o.where(drawn, o.constant(token), x);
  }

  private void refuseTokenWithin(DataSpec data) {
    if (indicator && token >= data.low() && token <= data.high()) {
      throw new AeException(
          "AE-C017",
          "model.token must lie outside the data where model.indicator is true, or values that are"
              + " there would count as masked. Got "
              + token
              + " for data in ["
              + data.low()
              + ", "
              + data.high()
              + "]. Take another token, or scale the data with min-max");
    }
  }
}
