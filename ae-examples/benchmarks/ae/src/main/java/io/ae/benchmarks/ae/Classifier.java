package io.ae.benchmarks.ae;

import io.ae.api.graph.Ops;
import io.ae.api.graph.Value;
import io.ae.api.model.Batch;
import io.ae.api.model.Encoded;
import io.ae.api.model.Network;
import io.ae.api.model.Optimiser;
import io.ae.api.model.Phase;
import io.ae.api.model.Terms;
import io.ae.api.model.Vars;
import java.util.ArrayList;
import java.util.List;

/** {@code sda-classify}: ReLU layers and a linear one to the classes, all of which learn. */
final class Classifier implements Network {
  private final List<Layer> layers = new ArrayList<>();
  private final Layer top;
  private final int classes;
  private final Optimiser optimiser;

  /**
   * @param sizes from the rows' to the last hidden layer's
   */
  Classifier(Vars vars, List<Integer> sizes, int classes, Optimiser optimiser) {
    int last = sizes.size() - 1;
    for (int i = 0; i < last; i++) {
      layers.add(Layer.of(vars.scope("layer" + i), sizes.get(i), sizes.get(i + 1)));
    }
    this.top = Layer.of(vars.scope("top"), sizes.get(last), classes);
    this.classes = classes;
    this.optimiser = optimiser;
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    Value h = x;
    for (Layer layer : layers) {
      h = o.relu(layer.sums(o, h)); // [B, H]
    }
    return Encoded.of(h); // [B, L]
  }

  /** Logits: a classifier gives no rows back. */
  @Override
  public Value decode(Ops o, Encoded e) {
    return top.sums(o, e.code()); // [B, K]
  }

  @Override
  public Value score(Ops o, Value x) {
    return o.neg(o.sumFeatures(o.maxLast(o.logSoftmax(decode(o, encode(o, x)))))); // [B]
  }

  @Override
  public Value classify(Ops o, Value x) {
    return o.softmax(decode(o, encode(o, x))); // [B, K]
  }

  private Terms loss(Ops o, Batch in) {
    Value label = in.label();
    if (label == null) {
      throw new IllegalArgumentException("a classifier learns from labels");
    }
    Value logits = decode(o, encode(o, in.x())); // [B, K]
    Value wanted = o.oneHot(label, classes); // [B, K]
    return Terms.of("class", o.neg(o.sumFeatures(o.mul(wanted, o.logSoftmax(logits))))); // [B]
  }

  @Override
  public List<Phase> phases() {
    return List.of(Phase.of("train", this::loss, optimiser).withLabels());
  }
}
