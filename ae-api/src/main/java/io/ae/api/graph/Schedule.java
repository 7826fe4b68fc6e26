package io.ae.api.graph;

/**
 * A scalar over the run of a phase, such as a learning rate's factor or the weight of a KL term. A
 * schedule is a pure function of the position: resuming needs no state.
 */
public sealed interface Schedule {
  /**
   * Returns the value at a step.
   *
   * @param step steps done in this phase, from 0
   * @param steps steps the phase will do, at least 1
   */
  double at(long step, long steps);

  /** Always the same. */
  record Constant(double value) implements Schedule {
    @Override
    public double at(long step, long steps) {
      return value;
    }
  }

  /** From one value to another along a straight line between two fractions of the run. */
  record Linear(double from, double to, double start, double end) implements Schedule {
    @Override
    public double at(long step, long steps) {
      double done = (double) step / steps;
      double share = end <= start ? (done < start ? 0 : 1) : (done - start) / (end - start);
      return from + (to - from) * Math.min(1, Math.max(0, share));
    }
  }

  /** Half a cosine from one value to another. */
  record Cosine(double from, double to) implements Schedule {
    @Override
    public double at(long step, long steps) {
      return to + (from - to) * .5 * (1 + Math.cos(Math.PI * step / steps));
    }
  }

  /** Multiplied by a factor each time another such fraction of the run is over. */
  record Step(double from, double factor, double every) implements Schedule {
    @Override
    public double at(long step, long steps) {
      return from * Math.pow(factor, Math.floor((double) step / steps / every));
    }
  }

  /** Rises from 0 within the first fraction of the run, as a factor on another schedule. */
  record WarmUp(double fraction, Schedule then) implements Schedule {
    @Override
    public double at(long step, long steps) {
      double rise = (step + 1) / Math.max(1, fraction * steps);
      return Math.min(1, rise) * then.at(step, steps);
    }
  }

  /** Returns a schedule that never changes. */
  static Schedule constant(double value) {
    return new Constant(value);
  }

  /** Returns 1 until this fraction of the run, then down to 0 along a straight line. */
  static Schedule linearDecay(double from) {
    return new Linear(1, 0, from, 1);
  }
}
