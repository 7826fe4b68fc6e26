package io.ae.benchmarks.dl4j;

import io.ae.benchmarks.common.Contender;
import io.ae.benchmarks.common.Encoding;
import io.ae.benchmarks.common.Family;
import io.ae.benchmarks.common.Refusal;
import io.ae.benchmarks.common.Setting;
import io.ae.benchmarks.common.Training;
import io.ae.benchmarks.common.WorkItem;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Deeplearning4j on nd4j-native. Its Adam adds ε before the bias corrections, so that losses with
 * small gradients differ in the first steps.
 */
final class Deeplearning4j implements Contender {
  private static final long SEED = 1;

  @Override
  public Training train(WorkItem item, Setting setting, Map<String, float[]> weights) {
    start(setting);
    return switch (item.family()) {
      case CHAIN, CLASSIFIER -> {
        MultiLayerNetwork network = Networks.chain(item, true);
        Weights.put(network, item, weights);
        yield new FitTraining(item, network);
      }
      case DENOISING -> {
        MultiLayerNetwork network = Networks.denoising(item);
        Weights.put(network, Map.of("0_W", "w1", "0_b", "b1", "0_vb", "c1"), weights);
        yield new DenoisingTraining(item, network);
      }
      case VARIATIONAL -> {
        MultiLayerNetwork network = Networks.variational(item);
        Weights.put(network, Weights.VARIATIONAL, weights);
        yield new PretrainTraining(item, network);
      }
      case STACKED ->
          throw new Refusal(
              "its one layer with tied weights, AutoEncoder, has the gradient of sigmoid units"
                  + " whatever the activation; this item's are ReLU");
      case CONTRACTIVE ->
          throw new Refusal("its layers have no penalty on the Jacobian of activations");
      case ENCODER -> throw new IllegalArgumentException(item.id() + ": " + Family.ENCODER);
    };
  }

  @Override
  public Encoding encode(WorkItem item, Setting setting, Map<String, float[]> weights) {
    start(setting);
    MultiLayerNetwork network = Networks.chain(item, false);
    Weights.put(network, item, weights);
    return new OutputEncoding(item, network);
  }

  /** The collector is not called by the library itself: what it holds is in workspaces. */
  private static void start(Setting setting) {
    Nd4j.factory().blas().setMaxThreads(setting.threads());
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(setting.threads());
    Nd4j.getMemoryManager().togglePeriodicGc(false);
    Nd4j.getRandom().setSeed(SEED);
  }
}
