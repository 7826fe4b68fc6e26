package io.ae.benchmarks.tensorflow;

import io.ae.benchmarks.common.Tensor;
import io.ae.benchmarks.common.WorkItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * The variables of a graph: an item's parameters and what an optimiser keeps beside them. All get
 * their first values in one run.
 */
final class Parameters implements Weights {
  private record Fed(Placeholder<TFloat32> value, Kernel kernel) {}

  private final Ops tf;
  private final Map<String, Variable<TFloat32>> byName = new LinkedHashMap<>();
  private final List<Fed> fed = new ArrayList<>();
  private final List<Op> assignments = new ArrayList<>();

  /**
   * @param tf adds to the graph
   * @param item its tensors become variables
   * @param weights first values by the tensors' names
   */
  Parameters(Ops tf, WorkItem item, Map<String, float[]> weights) {
    this.tf = tf;
    for (Tensor tensor : item.tensors()) {
      Kernel kernel = Kernel.of(tensor, weights);
      Placeholder<TFloat32> value =
          tf.placeholder(TFloat32.class, Placeholder.shape(kernel.shape()));
      fed.add(new Fed(value, kernel));
      byName.put(tensor.name(), assigned(kernel.shape(), value));
    }
  }

  @Override
  public Operand<TFloat32> get(String name) {
    Variable<TFloat32> variable = byName.get(name);
    if (variable == null) {
      throw new IllegalArgumentException("no parameter '" + name + "' among " + byName.keySet());
    }
    return variable;
  }

  /** Returns a new variable of zeros. */
  Variable<TFloat32> zeros(Shape shape) {
    return assigned(shape, tf.zeros(tf.constant(shape.asArray()), TFloat32.class));
  }

  /** Returns a new scalar. */
  Variable<TFloat32> scalar(float value) {
    return assigned(Shape.scalar(), tf.constant(value));
  }

  private Variable<TFloat32> assigned(Shape shape, Operand<TFloat32> value) {
    Variable<TFloat32> variable = tf.variable(shape, TFloat32.class);
    assignments.add(tf.assign(variable, value));
    return variable;
  }

  /** Gives every variable its first value. */
  void initialise(Session session) {
    Session.Runner runner = session.runner();
    assignments.forEach(runner::addTarget);
    List<FedTensor> tensors = new ArrayList<>();
    try {
      for (Fed f : fed) {
        FedTensor tensor = new FedTensor(f.kernel().shape());
        tensors.add(tensor);
        tensor.write(f.kernel().values());
        runner.feed(f.value(), tensor.tensor());
      }
      runner.run().close();
    } finally {
      tensors.forEach(FedTensor::close);
    }
  }
}
