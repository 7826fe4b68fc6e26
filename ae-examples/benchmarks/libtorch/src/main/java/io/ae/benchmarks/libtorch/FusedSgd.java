package io.ae.benchmarks.libtorch;

import java.util.List;
import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** ATen's fused gradient descent, what PyTorch's {@code SGD(fused=True)} calls. */
final class FusedSgd implements Update {
  private final OperatorHandle operator =
      Dispatcher.singleton().findSchemaOrThrow("aten::_fused_sgd_", "");
  private final List<Tensor> parameters;
  private final IValue boxedParameters;
  private final IValue velocities;
  private final IValue none = new IValue();
  private final IValue zero = new IValue(0.0);
  private final IValue momentum;
  private final IValue rate;
  private final IValue no = new IValue(false);

  /**
   * Starts from velocity 0.
   *
   * @param momentum what is left of the velocity after a step; 0 for plain descent
   */
  FusedSgd(List<Tensor> parameters, double rate, double momentum) {
    this.parameters = parameters;
    this.boxedParameters = Boxed.list(parameters);
    this.velocities =
        Boxed.list(momentum == 0 ? List.of() : parameters.stream().map(torch::zeros_like).toList());
    this.momentum = new IValue(momentum);
    this.rate = new IValue(rate);
  }

  @Override
  @SuppressWarnings("try") // the guard acts by being open
  public void step() {
    try (NoGradGuard guard = new NoGradGuard()) {
      IValue gradients = Boxed.takeGradients(parameters);
      operator.callBoxed(
          new IValueVector(
              boxedParameters,
              gradients,
              velocities,
              zero,
              momentum,
              rate,
              zero,
              no,
              no,
              no,
              none,
              none));
    }
  }
}
