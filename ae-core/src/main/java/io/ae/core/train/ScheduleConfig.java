package io.ae.core.train;

import io.ae.api.config.Doc;
import io.ae.api.config.Range;
import io.ae.api.graph.Schedule;

/**
 * How the learning rate changes over a phase; each component's {@link Doc} says what it is.
 *
 * @param name which
 * @param start of linear-decay
 * @param factor of step
 * @param every of step
 * @param end of cosine and linear-decay
 * @param warmUp before all of them
 */
public record ScheduleConfig(
    @Doc("The form.") Name name,
    @Doc("Share of the phase after which the rate falls; of linear-decay.")
        @Range(min = 0, max = 1, openMax = true)
        double start,
    @Doc("Factor on the rate at each step down; of step.") @Range(min = 0, max = 1, openMin = true)
        double factor,
    @Doc("Share of the phase between two steps down; of step.")
        @Range(min = 0, max = 1, openMin = true)
        double every,
    @Doc("Share of the rate that is left at the end; of cosine and linear-decay.")
        @Range(min = 0, max = 1)
        double end,
    @Doc("Share of the phase in which the rate rises from 0.") @Range(min = 0, max = 1)
        double warmUp) {
  /** The forms. */
  public enum Name {
    /** Always the same. */
    CONSTANT,
    /** Down by a factor, again and again. */
    STEP,
    /** Half a cosine down. */
    COSINE,
    /** The full rate, then down along a line. */
    LINEAR_DECAY
  }

  /** The defaults: constant. */
  public ScheduleConfig() {
    this(Name.CONSTANT, 0, .1, .3333, 0, 0);
  }

  /** Returns the schedule, a factor on the rate. */
  public Schedule schedule() {
    Schedule form =
        switch (name) {
          case CONSTANT -> Schedule.constant(1);
          case STEP -> new Schedule.Step(1, factor, every);
          case COSINE -> new Schedule.Cosine(1, end);
          case LINEAR_DECAY -> new Schedule.Linear(1, end, start, 1);
        };
    return warmUp == 0 ? form : new Schedule.WarmUp(warmUp, form);
  }
}
