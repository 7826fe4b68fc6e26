package io.ae.benchmarks.libtorch;

import java.util.List;
import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * ATen's fused Adam, what PyTorch's {@code Adam(fused=True)} calls: a third of the time of {@code
 * torch::optim::Adam}, whose step is a row of passes over each parameter. The presets have no
 * method for it, so it is called by name.
 */
final class FusedAdam implements Update {
  private static final Scalar ONE = new Scalar(1);

  private final OperatorHandle operator =
      Dispatcher.singleton().findSchemaOrThrow("aten::_fused_adam_", "");
  private final List<Tensor> parameters;
  private final List<Tensor> steps;
  private final IValue boxedParameters;
  private final IValue means;
  private final IValue squares;
  private final IValue none = new IValue();
  private final IValue noTensors = Boxed.list(List.of());
  private final IValue boxedSteps;
  private final IValue rate;
  private final IValue beta1 = new IValue(.9);
  private final IValue beta2 = new IValue(.999);
  private final IValue decay = new IValue(0.0);
  private final IValue epsilon = new IValue(1e-8);
  private final IValue no = new IValue(false);

  FusedAdam(List<Tensor> parameters, double rate) {
    this.parameters = parameters;
    this.steps = parameters.stream().map(p -> torch.zeros(new long[0])).toList();
    this.boxedParameters = Boxed.list(parameters);
    this.means = Boxed.list(parameters.stream().map(torch::zeros_like).toList());
    this.squares = Boxed.list(parameters.stream().map(torch::zeros_like).toList());
    this.boxedSteps = Boxed.list(steps);
    this.rate = new IValue(rate);
  }

  @Override
  @SuppressWarnings("try") // the guard acts by being open
  public void step() {
    try (NoGradGuard guard = new NoGradGuard()) {
      steps.forEach(s -> s.add_(ONE));
      IValue gradients = Boxed.takeGradients(parameters);
      operator.callBoxed(
          new IValueVector(
              boxedParameters,
              gradients,
              means,
              squares,
              noTensors,
              boxedSteps,
              rate,
              beta1,
              beta2,
              decay,
              epsilon,
              no,
              no,
              none,
              none));
    }
  }
}
