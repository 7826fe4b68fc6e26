package io.ae.benchmarks.libtorch;

import io.ae.benchmarks.common.Layer;
import io.ae.benchmarks.common.WorkItem;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Layers one after another; convolutions see the rows as planes, channels last. */
record ChainObjective(WorkItem item, Forward forward) implements Objective {
  @Override
  public Tensor loss(Tensor rows, Tensor labels) {
    Tensor x = rows;
    if (item.layers().get(0) instanceof Layer.Conv first) {
      x =
          rows.view(rows.size(0), first.in(), first.side(), first.side())
              .contiguous(torch.MemoryFormat.ChannelsLast);
    }
    return Losses.of(item.loss(), forward.run(item.layers(), x), x);
  }
}
