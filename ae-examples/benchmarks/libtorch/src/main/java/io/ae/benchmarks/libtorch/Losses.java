package io.ae.benchmarks.libtorch;

import io.ae.benchmarks.common.Loss;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Losses of a reconstruction. */
final class Losses {
  /** ATen's code of a reduction that sums. */
  private static final long SUM = 2;

  private static final TensorOptional NO_WEIGHT = new TensorOptional();

  private Losses() {}

  /**
   * Returns a loss of a reconstruction.
   *
   * @param output what the last layer gave, logits for {@link Loss#CROSS_ENTROPY}
   * @param target of the same shape
   */
  static Tensor of(Loss loss, Tensor output, Tensor target) {
    return switch (loss) {
      case MSE -> torch.mse_loss(output, target);
      case CROSS_ENTROPY -> crossEntropy(output, target);
      case SOFTMAX, NONE -> throw new IllegalArgumentException(loss + " has no reconstruction");
    };
  }

  /** Bernoulli cross entropy of logits: sum over features, mean over rows. */
  static Tensor crossEntropy(Tensor logits, Tensor target) {
    return torch
        .binary_cross_entropy_with_logits(logits, target, NO_WEIGHT, NO_WEIGHT, SUM)
        .mul(new Scalar(1.0 / target.size(0)));
  }
}
