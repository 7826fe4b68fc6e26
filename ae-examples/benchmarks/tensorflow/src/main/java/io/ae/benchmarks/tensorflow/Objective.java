package io.ae.benchmarks.tensorflow;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.types.TFloat32;

/**
 * What a network minimises, and where its gradients start.
 *
 * @param loss a scalar
 * @param from the value that is differentiated: the loss itself, or one before it
 * @param slopes the loss's gradient by {@code from}, of its shape; empty where that is the loss
 */
record Objective(Operand<TFloat32> loss, Operand<TFloat32> from, List<Operand<TFloat32>> slopes) {

  /** Returns the objective of a loss that TensorFlow can differentiate itself. */
  static Objective of(Operand<TFloat32> loss) {
    return new Objective(loss, loss, List.of());
  }

  /** Returns the gradient of the loss by each of some parameters, in their order. */
  List<Operand<TFloat32>> gradients(Ops tf, List<Operand<TFloat32>> parameters) {
    Gradients gradients =
        slopes.isEmpty()
            ? tf.gradients(from, parameters)
            : tf.gradients(from, parameters, Gradients.dx(slopes));
    return gradients.dy().stream().<Operand<TFloat32>>map(g -> g.expect(TFloat32.class)).toList();
  }
}
