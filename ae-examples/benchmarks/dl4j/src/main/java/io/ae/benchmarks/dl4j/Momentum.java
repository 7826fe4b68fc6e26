package io.ae.benchmarks.dl4j;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Descent with momentum: v = µ v + g; p −= rate · v. The library has Nesterov's form only.
 *
 * @param rate learning rate
 * @param momentum µ, what is left of the velocity after a step
 */
record Momentum(double rate, double momentum) implements IUpdater {
  private static final String VELOCITY = "V";

  @Override
  public long stateSize(long parameters) {
    return parameters;
  }

  @Override
  public GradientUpdater<Momentum> instantiate(INDArray velocity, boolean initialize) {
    if (initialize) {
      velocity.assign(0);
    }
    return new Updater(this, velocity);
  }

  @Override
  public GradientUpdater<Momentum> instantiate(Map<String, INDArray> state, boolean initialize) {
    return instantiate(Objects.requireNonNull(state.get(VELOCITY)), initialize);
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod")
  public IUpdater clone() {
    return this;
  }

  @Override
  public double getLearningRate(int iteration, int epoch) {
    return rate;
  }

  @Override
  public boolean hasLearningRate() {
    return true;
  }

  @Override
  public void setLrAndSchedule(double rate, @Nullable ISchedule schedule) {
    throw new UnsupportedOperationException("the rate is fixed");
  }

  /** The velocity of one block of parameters. */
  private static final class Updater implements GradientUpdater<Momentum> {
    private final Momentum config;
    private INDArray velocity;

    private Updater(Momentum config, INDArray velocity) {
      this.config = config;
      this.velocity = velocity;
    }

    @Override
    public Momentum getConfig() {
      return config;
    }

    @Override
    public void setState(Map<String, INDArray> state, boolean initialize) {
      velocity = Objects.requireNonNull(state.get(VELOCITY));
    }

    @Override
    public Map<String, INDArray> getState() {
      return Map.of(VELOCITY, velocity);
    }

    @Override
    public void setStateViewArray(
        INDArray view, long[] gradientShape, char gradientOrder, boolean initialize) {
      velocity = view;
      if (initialize) {
        view.assign(0);
      }
    }

    @Override
    public void applyUpdater(INDArray gradient, int iteration, int epoch) {
      velocity.muli(config.momentum()).addi(gradient);
      gradient.assign(velocity).muli(config.rate());
    }
  }
}
