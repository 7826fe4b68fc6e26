package io.ae.core.seam;

import io.ae.api.graph.Init;
import io.ae.api.graph.Ops;
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
import java.util.Set;

/** Two layers trained greedily, then a classifier on labelled rows. */
final class Stacked implements Network {
  private final int classes;
  private final Layer[] layers;
  private final Var top;
  private final Var topBias;

  private record Layer(Var w, Var b, Var v, Var c) {}

  Stacked(Vars s, int d, int h, int l, int classes) {
    this.classes = classes;
    layers = new Layer[] {layer(s.scope("first"), d, h), layer(s.scope("second"), h, l)};
    top = s.parameter("top.w", Init.glorot(l, classes, 1), l, classes);
    topBias = s.parameter("top.b", Init.zeros(), classes);
  }

  private static Layer layer(Vars s, int in, int out) {
    return new Layer(
        s.parameter("w", Init.glorot(in, out, 2), in, out),
        s.parameter("b", Init.zeros(), out),
        s.parameter("v", Init.zeros(), out, in),
        s.parameter("c", Init.zeros(), in));
  }

  private Value up(Ops o, Value x, int depth) {
    Value h = x;
    for (int i = 0; i < depth; i++) {
      h = o.sigmoid(o.dense(h, layers[i].w, layers[i].b)); // [B, H]
    }
    return h;
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    return Encoded.of(up(o, x, 2)); // [B, L]
  }

  @Override
  public Value decode(Ops o, Encoded e) {
    Value h = o.sigmoid(o.dense(e.code(), layers[1].v, layers[1].c)); // [B, H]
    return o.sigmoid(o.dense(h, layers[0].v, layers[0].c)); // [B, D]
  }

  private Terms greedy(Ops o, Batch in, int k) {
    Value x = o.stop(up(o, in.x(), k)); // [B, D] or [B, H]
    Value h = o.sigmoid(o.dense(x, layers[k].w, layers[k].b));
    Value z = o.sigmoid(o.dense(h, layers[k].v, layers[k].c));
    return Terms.of("error", o.sumFeatures(o.square(o.sub(z, x)))); // [B]
  }

  private Terms labelled(Ops o, Batch in) {
    Value wanted = o.oneHot(in.label(), classes); // [B, K], zeros where there is no label
    Value logits = o.dense(up(o, in.x(), 2), top, topBias); // [B, K]
    Value loss = o.neg(o.sumFeatures(o.mul(wanted, o.logSoftmax(logits)))); // [B]
    return new Terms(List.of()).and("class", loss, o.sumFeatures(wanted));
  }

  @Override
  public Value classify(Ops o, Value x) {
    return o.softmax(o.dense(up(o, x, 2), top, topBias)); // [B, K]
  }

  private Phase greedy(String name, int k) {
    Layer layer = layers[k];
    return Phase.of(name, (o, in) -> greedy(o, in, k), Optimiser.adam(.02))
        .inTurn(k)
        .moving(Set.of(layer.w, layer.b, layer.v, layer.c))
        .beginning(o -> o.write(layer.v, o.transpose(layer.w)));
  }

  @Override
  public List<Phase> phases() {
    return List.of(
        greedy("lower", 0),
        greedy("upper", 1),
        Phase.of("tune", this::labelled, Optimiser.adam(.05)).inTurn(2).withLabels());
  }
}
