package io.ae.benchmarks.libtorch;

import io.ae.benchmarks.common.WorkItem;
import org.bytedeco.pytorch.Tensor;

/** The reconstruction of what the frozen layers below give; these ask for no gradients. */
record StackedObjective(WorkItem item, Forward forward) implements Objective {
  @Override
  public Tensor loss(Tensor rows, Tensor labels) {
    Tensor x = forward.run(item.layers().subList(0, item.frozen()), rows);
    Tensor output = forward.run(item.layers().subList(item.frozen(), item.layers().size()), x);
    return Losses.of(item.loss(), output, x);
  }
}
