package io.ae.core.train;

import io.ae.core.file.read.EpochLog;
import java.io.PrintStream;
import java.util.Locale;

/** Writes one line an epoch, where no bar can be drawn: a file, a log, a pipe. */
public final class EpochLineListener implements TrainListener {
  private final PrintStream out;
  private long steps;
  private long done;
  private long batches;
  private double seconds;

  /**
   * @param out where lines go
   */
  public EpochLineListener(PrintStream out) {
    this.out = out;
  }

  @Override
  public void onStart(Plan plan) {
    steps = plan.steps();
    done = plan.doneSteps();
    batches = (plan.rows() + plan.batch() - 1) / plan.batch();
    seconds = 0;
  }

  @Override
  public void onEpoch(EpochLog epoch) {
    seconds += epoch.seconds();
    Double validation = epoch.validationLoss();
    done = Math.min(steps, done + batches);
    double left = (steps - done) * epoch.seconds() / batches;
    out.println(
        String.format(
            Locale.ROOT,
            "%s epoch %d  loss %.5g%s  %,.0f rows/s  %.1f s, %.0f s left",
            epoch.phase(),
            epoch.epoch(),
            epoch.loss(),
            validation == null ? "" : String.format(Locale.ROOT, "  validation %.5g", validation),
            epoch.samplesPerSecond(),
            seconds,
            left));
  }
}
