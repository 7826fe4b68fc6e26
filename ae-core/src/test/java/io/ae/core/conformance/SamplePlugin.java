package io.ae.core.conformance;

import io.ae.api.AeException;
import io.ae.api.SpiVersion;
import io.ae.api.data.DataSpec;
import io.ae.api.graph.Init;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.api.model.Batch;
import io.ae.api.model.Capability;
import io.ae.api.model.Encoded;
import io.ae.api.model.Network;
import io.ae.api.model.Optimiser;
import io.ae.api.model.Phase;
import io.ae.api.model.PluginDescriptor;
import io.ae.api.model.Terms;
import io.ae.api.model.Vars;
import java.util.List;
import java.util.Set;

/** A plugin that conforms: one layer each way. A broken one changes one method. */
class SamplePlugin implements AutoencoderPlugin<SampleConfig> {
  static final Set<Capability> CAPABILITIES =
      Set.of(Capability.ENCODE, Capability.DECODE, Capability.RECONSTRUCT, Capability.SCORE);

  @Override
  public PluginDescriptor descriptor() {
    return described("Fully connected, one layer each way.", CAPABILITIES);
  }

  static PluginDescriptor described(String summary, Set<Capability> capabilities) {
    return new PluginDescriptor(
        "sample", SpiVersion.CURRENT, "Sample", summary, "None.", capabilities);
  }

  @Override
  public Class<SampleConfig> configType() {
    return SampleConfig.class;
  }

  @Override
  public Network network(SampleConfig config, DataSpec data, Vars vars) {
    if (data.sparse()) {
      throw new AeException("AE-C010", "sample needs dense rows, got density " + data.density());
    }
    return new SampleNetwork(this, config.code(), data, vars);
  }

  Init init() {
    return new Init.Normal(.3);
  }

  Value code(Ops o, Value h) {
    return o.tanh(h);
  }

  Value score(Ops o, Value error) {
    return error;
  }

  Terms loss(Ops o, SampleNetwork n, Value x) {
    Value z = n.unfold(o, n.fold(o, x));
    return Terms.of("error", o.sumFeatures(o.square(o.sub(z, x)))); // [B]
  }

  Optimiser optimiser() {
    return Optimiser.adam(.01);
  }

  /** One layer each way. */
  static final class SampleNetwork implements Network {
    final Vars vars;
    private final SamplePlugin plugin;
    private final Shape rows;
    private final Var w;
    private final Var b;
    private final Var u;
    private final Var c;

    SampleNetwork(SamplePlugin plugin, int code, DataSpec data, Vars vars) {
      int d = data.features();
      this.plugin = plugin;
      this.vars = vars;
      this.rows = Shape.rows(data.row());
      this.w = vars.parameter("w", plugin.init(), d, code);
      this.b = vars.parameter("b", Init.zeros(), code);
      this.u = vars.parameter("u", plugin.init(), code, d);
      this.c = vars.parameter("c", Init.zeros(), d);
      plugin.declare(vars);
    }

    Value fold(Ops o, Value x) {
      return plugin.code(o, o.dense(x, w, b)); // [B, L]
    }

    Value unfold(Ops o, Value code) {
      return o.dense(code, u, c); // [B, D]
    }

    @Override
    public Encoded encode(Ops o, Value x) {
      return Encoded.of(fold(o, o.flatten(x)));
    }

    @Override
    public Value decode(Ops o, Encoded e) {
      return o.reshape(unfold(o, e.code()), rows);
    }

    @Override
    public Value score(Ops o, Value x) {
      Value z = decode(o, encode(o, x));
      return plugin.score(o, o.sumFeatures(o.square(o.sub(x, z))));
    }

    @Override
    public List<Phase> phases() {
      return List.of(Phase.of("train", this::loss, plugin.optimiser()));
    }

    private Terms loss(Ops o, Batch in) {
      return plugin.loss(o, this, o.flatten(in.x()));
    }
  }

  /** Declares more variables. */
  void declare(Vars vars) {}
}
