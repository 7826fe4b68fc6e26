package io.ae.benchmarks.dl4j;

import io.ae.benchmarks.common.Loss;
import io.ae.benchmarks.common.Training;
import io.ae.benchmarks.common.WorkItem;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A network trained by {@code fit}, whose target is the row or its class. */
final class FitTraining implements Training {
  private final MultiLayerNetwork network;
  private final INDArray features;
  private final INDArray labels;
  private final boolean classes;

  FitTraining(WorkItem item, MultiLayerNetwork network) {
    this.network = network;
    this.classes = item.loss() == Loss.SOFTMAX;
    this.features = Nd4j.create(DataType.FLOAT, item.batch(), item.layers().get(0).inputs());
    this.labels = classes ? Nd4j.create(DataType.FLOAT, item.batch(), item.codeWidth()) : features;
  }

  @Override
  public void step(float[] rows, int[] classes) {
    features.data().asNioFloat().put(rows);
    if (this.classes) {
      labels.assign(0);
      for (int i = 0; i < classes.length; i++) {
        labels.putScalar(i, classes[i], 1);
      }
    }
    network.fit(features, labels);
  }

  @Override
  public double loss() {
    return network.score();
  }

  @Override
  public void close() {
    network.close();
  }
}
