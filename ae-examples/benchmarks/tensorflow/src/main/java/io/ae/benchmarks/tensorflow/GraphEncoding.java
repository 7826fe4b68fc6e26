package io.ae.benchmarks.tensorflow;

import io.ae.benchmarks.common.Encoding;
import io.ae.benchmarks.common.WorkItem;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/** A frozen graph: the weights are constants, so that TensorFlow may pack them once. */
final class GraphEncoding implements Encoding {
  private final Graph graph;
  private final Session session;
  private final Placeholder<TFloat32> x;
  private final Operand<TFloat32> code;
  private final int width;
  private final int codeWidth;
  private FedTensor rows;
  private Session.Runner run;
  private int capacity;

  GraphEncoding(WorkItem item, Map<String, float[]> weights, ConfigProto config) {
    this.graph = new Graph();
    Ops tf = Ops.create(graph);
    this.width = item.data().width();
    this.codeWidth = item.codeWidth();
    this.x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE, width)));
    this.code = new Layers(tf, new Constants(tf, item, weights)).chain(item.layers(), x);
    this.session = new Session(graph, config);
    this.capacity = item.batch();
    this.rows = new FedTensor(Shape.of(capacity, width));
    this.run = runner();
  }

  private Session.Runner runner() {
    return session.runner().feed(x, rows.tensor()).fetch(code);
  }

  /** Another number of rows wants another tensor: the last batch of a file, seldom. */
  private void resize(int n) {
    rows.close();
    capacity = n;
    rows = new FedTensor(Shape.of(n, width));
    run = runner();
  }

  @Override
  public void encode(float[] values, int n, float[] codes) {
    if (n != capacity) {
      resize(n);
    }
    rows.write(values);
    try (Result result = run.run()) {
      result.get(0).asRawTensor().data().asFloats().read(codes, 0, n * codeWidth);
    }
  }

  @Override
  public void close() {
    rows.close();
    session.close();
    graph.close();
  }
}
