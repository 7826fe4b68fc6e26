package io.ae.benchmarks.libtorch;

import io.ae.benchmarks.common.Layer;
import io.ae.benchmarks.common.WorkItem;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** A reconstruction's loss and the squared Frobenius norm of the sigmoid encoder's Jacobian. */
record ContractiveObjective(WorkItem item, Forward forward, Parameters parameters)
    implements Objective {
  private static final long[] INPUTS = {1};

  @Override
  public Tensor loss(Tensor rows, Tensor labels) {
    Layer.Dense encoder = (Layer.Dense) item.layers().get(0);
    Tensor h = forward.run(encoder, rows); // [B, H]
    Tensor slope = h.sub(h.square()); // [B, H]
    Tensor norms = parameters.get(encoder.weight()).square().sum(INPUTS); // [H]
    Tensor jacobian = slope.square().mv(norms).mean(); // []
    Tensor reconstruction = forward.run(item.layers().get(1), h); // [B, D]
    return Losses.of(item.loss(), reconstruction, rows)
        .add(jacobian, new Scalar(WorkItem.CONTRACTION));
  }
}
