package io.ae.benchmarks.libtorch;

import io.ae.benchmarks.common.WorkItem;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A chain over rows with a fresh mask, against the clean rows. */
record DenoisingObjective(WorkItem item, Forward forward) implements Objective {
  private static final GeneratorOptional GENERATOR = new GeneratorOptional();

  @Override
  public Tensor loss(Tensor rows, Tensor labels) {
    Tensor masked = torch.empty_like(rows).bernoulli_(1 - WorkItem.MASKED, GENERATOR).mul_(rows);
    return Losses.of(item.loss(), forward.run(item.layers(), masked), rows);
  }
}
