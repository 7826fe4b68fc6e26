package io.ae.benchmarks.dl4j;

import io.ae.benchmarks.common.Layer;
import io.ae.benchmarks.common.Loss;
import io.ae.benchmarks.common.WorkItem;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.AutoEncoder;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.variational.BernoulliReconstructionDistribution;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** The work items as networks of Deeplearning4j's layers. */
final class Networks {
  private Networks() {}

  /**
   * Returns a network of the item's layers one after another.
   *
   * @param withLoss whether a loss follows
   */
  static MultiLayerNetwork chain(WorkItem item, boolean withLoss) {
    NeuralNetConfiguration.ListBuilder list = start(updater(item));
    item.layers().forEach(layer -> Layers.of(layer).forEach(list::layer));
    if (withLoss) {
      Activation last = item.loss() == Loss.SOFTMAX ? Activation.SOFTMAX : Activation.IDENTITY;
      list.layer(new LossLayer.Builder(loss(item.loss())).activation(last).build());
    }
    Layer first = item.layers().get(0);
    if (first instanceof Layer.Conv c) {
      list.setInputType(InputType.convolutionalFlat(c.side(), c.side(), c.in()));
    }
    return network(list.build());
  }

  /**
   * Returns the tied autoencoder with a masked input, to be pretrained. The layer's gradient in
   * M2.1 is that of the loss with the sign turned, so that only a negative rate goes down.
   */
  static MultiLayerNetwork denoising(WorkItem item) {
    Layer first = item.layers().get(0);
    return network(
        start(new Sgd(-item.rate()))
            .layer(
                new AutoEncoder.Builder(WorkItem.MASKED)
                    .nIn(first.inputs())
                    .nOut(first.outputs())
                    .activation(Activation.SIGMOID)
                    .lossFunction(LossFunctions.LossFunction.XENT)
                    .build())
            .build());
  }

  /** Returns the variational autoencoder, to be pretrained. */
  static MultiLayerNetwork variational(WorkItem item) {
    Layer first = item.layers().get(0);
    return network(
        start(updater(item))
            .layer(
                new VariationalAutoencoder.Builder()
                    .nIn(first.inputs())
                    .encoderLayerSizes(first.outputs())
                    .nOut(item.layers().get(1).outputs())
                    .decoderLayerSizes(item.layers().get(3).outputs())
                    .activation(Activation.RELU)
                    .pzxActivationFunction(Activation.IDENTITY)
                    .reconstructionDistribution(
                        new BernoulliReconstructionDistribution(Activation.SIGMOID))
                    .numSamples(1)
                    .build())
            .build());
  }

  private static NeuralNetConfiguration.ListBuilder start(IUpdater updater) {
    return new NeuralNetConfiguration.Builder().updater(updater).list();
  }

  private static MultiLayerNetwork network(MultiLayerConfiguration configuration) {
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    return network;
  }

  private static IUpdater updater(WorkItem item) {
    return switch (item.optimiser()) {
      case ADAM -> new Adam(item.rate());
      case SGD -> new Sgd(item.rate());
      case MOMENTUM -> new Momentum(item.rate(), WorkItem.MOMENTUM);
      case NONE -> new NoOp();
    };
  }

  private static ILossFunction loss(Loss loss) {
    return switch (loss) {
      case MSE -> new LossMSE();
      case CROSS_ENTROPY -> new LogitsCrossEntropy();
      case SOFTMAX -> new LossMCXENT();
      case NONE -> throw new IllegalArgumentException("no loss");
    };
  }
}
