package io.ae.benchmarks.dl4j;

import io.ae.benchmarks.common.Training;
import io.ae.benchmarks.common.WorkItem;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A network of one layer that is trained without labels. */
final class PretrainTraining implements Training {
  private final MultiLayerNetwork network;
  private final INDArray features;

  PretrainTraining(WorkItem item, MultiLayerNetwork network) {
    this.network = network;
    this.features = Nd4j.create(DataType.FLOAT, item.batch(), item.layers().get(0).inputs());
  }

  @Override
  public void step(float[] rows, int[] labels) {
    features.data().asNioFloat().put(rows);
    network.pretrainLayer(0, features);
  }

  @Override
  public double loss() {
    return network.getLayer(0).score();
  }

  @Override
  public void close() {
    network.close();
  }
}
