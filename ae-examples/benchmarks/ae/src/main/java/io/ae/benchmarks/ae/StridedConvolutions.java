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
import java.util.ArrayList;
import java.util.List;

/** {@code conv-cifar}: each convolution halves the planes, each transposed one doubles them. */
final class StridedConvolutions implements Network {
  private static final Window HALVES = Window.square(4, 2, 1);

  private final Shape code;
  private final List<Planes> down = new ArrayList<>();
  private final List<Planes> up = new ArrayList<>();
  private final Optimiser optimiser;

  /**
   * @param size of the rows' planes
   * @param channels from the rows' to the code's
   */
  StridedConvolutions(Vars vars, int size, List<Integer> channels, Optimiser optimiser) {
    int stages = channels.size() - 1;
    for (int i = 0; i < stages; i++) {
      down.add(Planes.down(vars.scope("conv" + i), channels.get(i), channels.get(i + 1), HALVES));
    }
    int side = size >> stages;
    this.code = Shape.rows(channels.get(stages), side, side);
    for (int i = stages, k = 0; i > 0; i--, k++) {
      side *= 2;
      int in = channels.get(i);
      int out = channels.get(i - 1);
      up.add(Planes.up(vars.scope("deconv" + k), in, out, HALVES, side));
    }
    this.optimiser = optimiser;
  }

  private Value planes(Ops o, Value x) {
    Value h = x;
    for (Planes layer : down) {
      h = o.relu(layer.sums(o, h)); // [B, C, Y, X]
    }
    return h;
  }

  private Value back(Ops o, Value planes) {
    Value h = planes;
    for (int i = 0; i < up.size(); i++) {
      h = up.get(i).sums(o, i == 0 ? h : o.relu(h)); // [B, C, Y, X]
    }
    return h;
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    return Encoded.of(o.flatten(planes(o, x))); // [B, L]
  }

  @Override
  public Value decode(Ops o, Encoded e) {
    return back(o, o.reshape(e.code(), code)); // [B, C, Y, X]
  }

  private Terms loss(Ops o, Batch in) {
    return Errors.squared(o, back(o, planes(o, in.x())), in.x());
  }

  @Override
  public List<Phase> phases() {
    return List.of(Phase.of("train", this::loss, optimiser));
  }
}
