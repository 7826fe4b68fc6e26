package io.ae.benchmarks.tensorflow;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** How parameters move along their gradients: one fused operation a parameter. */
interface Optimiser {
  /**
   * Adds the update of a parameter.
   *
   * @param tf adds to the graph, after whoever reads the parameter
   * @param parameter moves
   * @param gradient of the parameter's shape
   */
  Op update(Ops tf, Operand<TFloat32> parameter, Operand<TFloat32> gradient);

  /**
   * Adds what comes once a step.
   *
   * @param tf adds to the graph, after all updates
   */
  List<Op> finish(Ops tf);
}
