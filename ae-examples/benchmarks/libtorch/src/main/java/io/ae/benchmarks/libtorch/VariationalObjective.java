package io.ae.benchmarks.libtorch;

import io.ae.benchmarks.common.Layer;
import io.ae.benchmarks.common.WorkItem;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The negative evidence lower bound with one draw a row, in nats, mean over rows. */
record VariationalObjective(WorkItem item, Forward forward) implements Objective {
  @Override
  public Tensor loss(Tensor rows, Tensor labels) {
    List<Layer> layers = item.layers();
    Tensor h = forward.run(layers.get(0), rows); // [B, H]
    Tensor mean = forward.run(layers.get(1), h); // [B, L]
    Tensor logVariance = forward.run(layers.get(2), h); // [B, L]
    Tensor deviation = logVariance.mul(new Scalar(.5)).exp(); // [B, L]
    Tensor z = mean.addcmul(deviation, torch.randn_like(mean)); // [B, L]
    Tensor logits = forward.run(layers.subList(3, layers.size()), z); // [B, D]
    // ½ Σ (μ² + σ² − 1 − log σ²)
    Tensor terms = mean.square().add(deviation.square()).sub(logVariance).sub(new Scalar(1));
    Tensor divergence = terms.sum().mul(new Scalar(.5 / rows.size(0)));
    return Losses.of(item.loss(), logits, rows).add(divergence);
  }
}
