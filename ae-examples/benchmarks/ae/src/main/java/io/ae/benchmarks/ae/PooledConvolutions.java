package io.ae.benchmarks.ae;

import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;
import io.ae.api.graph.Window;
import io.ae.api.model.Batch;
import io.ae.api.model.Encoded;
import io.ae.api.model.Network;
import io.ae.api.model.Optimiser;
import io.ae.api.model.Phase;
import io.ae.api.model.Terms;
import io.ae.api.model.Vars;
import java.util.List;

/**
 * {@code conv-mnist}: two convolutions with max-pooling after each, two transposed convolutions
 * back.
 *
 * <p>J. Masci, U. Meier, D. Cireşan, J. Schmidhuber, "Stacked convolutional auto-encoders for
 * hierarchical feature extraction", ICANN 2011.
 */
final class PooledConvolutions implements Network {
  private static final Window SAME = Window.square(3, 1, 1);
  private static final Window HALVES = Window.square(3, 2, 1);
  private static final Window POOL = Window.tiles(2);

  private final Shape code;
  private final Planes first;
  private final Planes second;
  private final Planes third;
  private final Planes fourth;
  private final Optimiser optimiser;

  /**
   * @param size of the rows' planes {@code [1, size, size]}, a multiple of 4
   * @param wide channels of the first layer
   * @param narrow channels of the second
   */
  PooledConvolutions(Vars vars, int size, int wide, int narrow, Optimiser optimiser) {
    this.code = Shape.rows(narrow, size / 4, size / 4);
    this.first = Planes.down(vars.scope("conv0"), 1, wide, SAME);
    this.second = Planes.down(vars.scope("conv1"), wide, narrow, SAME);
    this.third = Planes.up(vars.scope("deconv0"), narrow, wide, HALVES, size / 2);
    this.fourth = Planes.up(vars.scope("deconv1"), wide, 1, HALVES, size);
    this.optimiser = optimiser;
  }

  private Value planes(Ops o, Value x) {
    Value h = o.maxPool(o.relu(first.sums(o, x)), POOL).values(); // [B, wide, 14, 14]
    return o.maxPool(o.relu(second.sums(o, h)), POOL).values(); // [B, narrow, 7, 7]
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    return Encoded.of(o.flatten(planes(o, x))); // [B, L]
  }

  @Override
  public Value decode(Ops o, Encoded e) {
    return o.sigmoid(logits(o, o.reshape(e.code(), code))); // [B, 1, 28, 28]
  }

  private Value logits(Ops o, Value h) {
    return fourth.sums(o, o.relu(third.sums(o, h))); // [B, 1, 28, 28]
  }

  private Terms loss(Ops o, Batch in) {
    return Errors.crossEntropy(o, logits(o, planes(o, in.x())), in.x());
  }

  @Override
  public List<Phase> phases() {
    return List.of(Phase.of("train", this::loss, optimiser));
  }
}
