package io.ae.benchmarks.tensorflow;

import io.ae.benchmarks.common.Family;
import io.ae.benchmarks.common.Training;
import io.ae.benchmarks.common.WorkItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.IntDataBuffer;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** A graph of network, gradients and updates; a step is one run of a session. */
final class GraphTraining implements Training {
  private final Graph graph;
  private final Session session;
  private final FedTensor rows;
  private final TInt32 labels;
  private final IntDataBuffer labelData;
  private final boolean labelled;
  private final Session.Runner step;
  private double loss = Double.NaN;

  GraphTraining(WorkItem item, Map<String, float[]> weights, ConfigProto config) {
    this.graph = new Graph();
    Ops tf = Ops.create(graph);
    Shape batch = Shape.of(item.batch());
    Shape shape = Shape.of(item.batch(), item.data().width());
    Placeholder<TFloat32> x = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
    Placeholder<TInt32> y = tf.placeholder(TInt32.class, Placeholder.shape(batch));
    Parameters parameters = new Parameters(tf, item, weights);
    Objective objective = new Networks(tf, item, parameters).objective(x, y);
    Op update = update(tf, graph, item, parameters, objective);
    this.session = new Session(graph, config);
    parameters.initialise(session);
    this.rows = new FedTensor(shape);
    this.labels = TInt32.tensorOf(batch);
    this.labelled = item.family() == Family.CLASSIFIER;
    this.labelData = labels.asRawTensor().data().asInts();
    this.step = session.runner().feed(x, rows.tensor()).addTarget(update).fetch(objective.loss());
    if (labelled) {
      step.feed(y, labels);
    }
  }

  private static Op update(
      Ops tf, Graph graph, WorkItem item, Parameters parameters, Objective objective) {
    List<Operand<TFloat32>> moving = new ArrayList<>();
    item.moved().forEach(t -> moving.add(parameters.get(t.name())));
    List<Operand<TFloat32>> gradients = objective.gradients(tf, moving);
    List<Operand<?>> results = new ArrayList<>(gradients);
    results.add(objective.loss());
    Readers readers = new Readers(graph, results);
    Optimiser optimiser = optimiser(tf, item, parameters);
    List<Op> updates = new ArrayList<>();
    for (int i = 0; i < moving.size(); i++) {
      Operand<TFloat32> parameter = moving.get(i);
      Ops after = tf.withControlDependencyOps(readers.of(parameter));
      updates.add(optimiser.update(after, parameter, gradients.get(i)));
    }
    updates.addAll(optimiser.finish(tf.withControlDependencies(List.copyOf(updates))));
    return tf.withControlDependencies(updates).noOp();
  }

  private static Optimiser optimiser(Ops tf, WorkItem item, Parameters parameters) {
    float rate = (float) item.rate();
    return switch (item.optimiser()) {
      case ADAM -> new Adam(tf, parameters, rate);
      case SGD -> new Descent(tf, rate);
      case MOMENTUM -> new Momentum(tf, parameters, rate, (float) WorkItem.MOMENTUM);
      case NONE -> throw new IllegalArgumentException(item.id() + " is not trained");
    };
  }

  @Override
  public void step(float[] values, int[] classes) {
    rows.write(values);
    if (labelled) {
      labelData.write(classes);
    }
    try (Result result = step.run()) {
      loss = ((TFloat32) result.get(0)).getFloat();
    }
  }

  @Override
  public double loss() {
    return loss;
  }

  @Override
  public void close() {
    rows.close();
    labels.close();
    session.close();
    graph.close();
  }
}
