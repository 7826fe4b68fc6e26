package io.ae.benchmarks.dl4j;

import io.ae.benchmarks.common.Training;
import io.ae.benchmarks.common.WorkItem;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The tied autoencoder. The layer's own score is of the masked row and puts the reconstruction
 * through the sigmoid once more, so the loss asked for is computed here: of the last rows behind a
 * fresh mask, after their update.
 */
final class DenoisingTraining implements Training {
  private final PretrainTraining training;
  private final MultiLayerNetwork network;
  private final INDArray rows;

  DenoisingTraining(WorkItem item, MultiLayerNetwork network) {
    this.training = new PretrainTraining(item, network);
    this.network = network;
    this.rows = Nd4j.create(DataType.FLOAT, item.batch(), item.layers().get(0).inputs());
  }

  @Override
  public void step(float[] rows, int[] labels) {
    training.step(rows, labels);
    this.rows.data().asNioFloat().put(rows);
  }

  @Override
  public double loss() {
    INDArray weight = network.getParam("0_W");
    INDArray masked = Nd4j.rand(rows.shape()).lt(1 - WorkItem.MASKED).castTo(DataType.FLOAT);
    INDArray code =
        Transforms.sigmoid(masked.muli(rows).mmul(weight).addiRowVector(network.getParam("0_b")));
    INDArray logits = code.mmul(weight.transpose()).addiRowVector(network.getParam("0_vb"));
    return new LogitsCrossEntropy()
        .computeScore(rows, logits, new ActivationIdentity(), null, true);
  }

  @Override
  public void close() {
    training.close();
  }
}
