package io.ae.core.seam;

import io.ae.api.graph.Init;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.api.graph.Window;
import io.ae.api.model.Batch;
import io.ae.api.model.Encoded;
import io.ae.api.model.Network;
import io.ae.api.model.Optimiser;
import io.ae.api.model.Phase;
import io.ae.api.model.Terms;
import io.ae.api.model.Vars;
import java.util.List;
import java.util.Map;

/** Convolution, max-pooling and unpooling where they were, on planes of odd size. */
final class Unpooled implements Network {
  private static final int Y = 7;
  private static final int X = 5;
  private static final int C = 3;
  private static final Window KERNEL = Window.square(3, 1, 1);
  private static final Window POOL = new Window(2, 2, 2, 2, 0, 0, 1, 1);
  private static final Shape POOLED = Shape.rows(C, 4, 3);

  private final Var w;
  private final Var b;
  private final Var in;
  private final Var inBias;
  private final Var out;
  private final Var outBias;
  private final Var v;

  Unpooled(Vars s, int l) {
    int pooled = Math.toIntExact(POOLED.elementsPerRow());
    w = s.parameter("conv.w", Init.glorot(9, 9 * C, 1), C, 1, 3, 3);
    b = s.parameter("conv.b", Init.zeros(), C);
    in = s.parameter("in.w", Init.glorot(pooled, l, 1), pooled, l);
    inBias = s.parameter("in.b", Init.zeros(), l);
    out = s.parameter("out.w", Init.glorot(l, pooled, 1), l, pooled);
    outBias = s.parameter("out.b", Init.zeros(), pooled);
    v = s.parameter("deconv.w", Init.glorot(9 * C, 9, 1), C, 1, 3, 3);
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    Value h = o.relu(o.add(o.conv2d(x, w, KERNEL), o.channels(b))); // [B, C, 7, 5]
    var pooled = o.maxPool(h, POOL); // [B, C, 4, 3]
    Value code = o.dense(o.flatten(pooled.values()), in, inBias); // [B, L]
    return new Encoded(code, Map.of("switches", pooled.switches()));
  }

  @Override
  public Value decode(Ops o, Encoded e) {
    Value h = o.reshape(o.dense(e.code(), out, outBias), POOLED); // [B, C, 4, 3]
    Value planes = o.maxUnpool(h, e.side().get("switches"), Y, X); // [B, C, 7, 5]
    return o.convTranspose2d(planes, v, KERNEL, Y, X); // [B, 1, 7, 5]
  }

  private Terms loss(Ops o, Batch batch) {
    Value z = decode(o, encode(o, batch.x())); // [B, 1, 7, 5]
    return Terms.of("error", o.sumFeatures(o.square(o.sub(z, batch.x())))); // [B]
  }

  @Override
  public List<Phase> phases() {
    return List.of(Phase.of("train", this::loss, Optimiser.adam(.01)));
  }
}
