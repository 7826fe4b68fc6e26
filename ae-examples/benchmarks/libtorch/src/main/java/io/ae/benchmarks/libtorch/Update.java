package io.ae.benchmarks.libtorch;

import io.ae.benchmarks.common.WorkItem;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** How a step moves the parameters. */
interface Update {
  /** Moves the parameters by their gradients, and lets go of these. */
  void step();

  /** Returns an item's update. */
  static Update of(WorkItem item, Parameters parameters) {
    List<Tensor> moved = parameters.moved();
    return switch (item.optimiser()) {
      case ADAM -> new FusedAdam(moved, item.rate());
      case SGD -> new FusedSgd(moved, item.rate(), 0);
      case MOMENTUM -> new FusedSgd(moved, item.rate(), WorkItem.MOMENTUM);
      case NONE -> throw new IllegalArgumentException(item.id() + " moves nothing");
    };
  }
}
