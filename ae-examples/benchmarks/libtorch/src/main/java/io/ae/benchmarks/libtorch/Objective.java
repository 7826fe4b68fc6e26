package io.ae.benchmarks.libtorch;

import io.ae.benchmarks.common.Family;
import io.ae.benchmarks.common.WorkItem;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** What a step minimises, as a function of the rows. */
interface Objective {
  /**
   * Returns the loss, a scalar with its graph.
   *
   * @param rows {@code [B, D]}
   * @param labels {@code [B]}, int64
   */
  Tensor loss(Tensor rows, Tensor labels);

  /** Returns the objective of an item that trains. */
  static Objective of(WorkItem item, Parameters parameters) {
    Forward forward = new Forward(parameters);
    return switch (item.family()) {
      case CHAIN -> new ChainObjective(item, forward);
      case CONTRACTIVE -> new ContractiveObjective(item, forward, parameters);
      case DENOISING -> new DenoisingObjective(item, forward);
      case STACKED -> new StackedObjective(item, forward);
      case CLASSIFIER ->
          (rows, labels) -> torch.cross_entropy_loss(forward.run(item.layers(), rows), labels);
      case VARIATIONAL -> new VariationalObjective(item, forward);
      case ENCODER -> throw new IllegalArgumentException(item.id() + ": " + Family.ENCODER);
    };
  }
}
