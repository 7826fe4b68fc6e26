package io.ae.benchmarks.dl4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Bernoulli cross entropy of logits, sum over features: softplus(z) − x z, whose gradient is
 * sigmoid(z) − x. The library's own, of probabilities, clips these at 1e-5 and takes longer.
 */
final class LogitsCrossEntropy implements ILossFunction {
  private static final long serialVersionUID = 1;

  @Override
  public double computeScore(
      INDArray labels,
      INDArray logits,
      IActivation identity,
      @Nullable INDArray mask,
      boolean average) {
    double sum =
        Transforms.softPlus(logits, true).subi(labels.mul(logits)).sumNumber().doubleValue();
    return average ? sum / labels.size(0) : sum;
  }

  @Override
  public INDArray computeScoreArray(
      INDArray labels, INDArray logits, IActivation identity, @Nullable INDArray mask) {
    return Transforms.softPlus(logits, true).subi(labels.mul(logits)).sum(true, 1);
  }

  @Override
  public INDArray computeGradient(
      INDArray labels, INDArray logits, IActivation identity, @Nullable INDArray mask) {
    return Transforms.sigmoid(logits, true).subi(labels);
  }

  @Override
  public Pair<Double, INDArray> computeGradientAndScore(
      INDArray labels,
      INDArray logits,
      IActivation identity,
      @Nullable INDArray mask,
      boolean average) {
    return Pair.of(
        computeScore(labels, logits, identity, mask, average),
        computeGradient(labels, logits, identity, mask));
  }

  @Override
  public String name() {
    return "LogitsCrossEntropy";
  }
}
