package io.ae.core.train;

import io.ae.core.file.read.EpochLog;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows a bar that is drawn again: steps done, time left, loss, rows a second. For terminals; see
 * {@link EpochLineListener} for files.
 */
public final class ProgressBarListener implements TrainListener {
  private static final int DRAW_MILLIS = 200;
  private static final int WIDTH = 100;

  private final PrintStream out;
  private @Nullable ProgressBar bar;

  /**
   * @param out where the bar is drawn
   */
  public ProgressBarListener(PrintStream out) {
    this.out = out;
  }

  @Override
  public void onStart(Plan plan) {
    bar =
        new ProgressBarBuilder()
            .setTaskName("train")
            .setInitialMax(plan.steps())
            .startsFrom(plan.doneSteps(), Duration.ZERO)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(DRAW_MILLIS)
            .setMaxRenderedLength(WIDTH)
            .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
            .build();
  }

  @Override
  public void onStep(Step step) {
    if (bar != null) {
      bar.stepTo(step.step());
      bar.setExtraMessage(
          String.format(
              Locale.ROOT, " loss %.5g, %,.0f rows/s", step.loss(), step.samplesPerSecond()));
    }
  }

  @Override
  public void onEpoch(EpochLog epoch) {
    if (bar != null) {
      bar.refresh();
    }
  }

  @Override
  public void onEnd(History history) {
    close();
  }

  /** Ends the bar where training fails; twice is fine. */
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
