package io.ae.benchmarks.dl4j;

import io.ae.benchmarks.common.Encoding;
import io.ae.benchmarks.common.WorkItem;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Codes by {@code output}. */
final class OutputEncoding implements Encoding {
  private final WorkItem item;
  private final MultiLayerNetwork network;
  private final INDArray features;

  OutputEncoding(WorkItem item, MultiLayerNetwork network) {
    this.item = item;
    this.network = network;
    this.features = Nd4j.create(DataType.FLOAT, item.batch(), item.layers().get(0).inputs());
  }

  @Override
  public void encode(float[] rows, int n, float[] codes) {
    int width = item.layers().get(0).inputs();
    features.data().asNioFloat().put(rows, 0, n * width);
    INDArray x =
        n == item.batch()
            ? features
            : features.get(NDArrayIndex.interval(0, n), NDArrayIndex.all());
    try (INDArray output = network.output(x);
        INDArray rowMajor = output.dup('c')) {
      rowMajor.data().asNioFloat().get(codes, 0, n * item.codeWidth());
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
