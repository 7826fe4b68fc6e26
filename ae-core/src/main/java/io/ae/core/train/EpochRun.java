package io.ae.core.train;

import io.ae.core.file.read.TrainingState;
import java.util.LinkedHashMap;
import java.util.Map;

/** The steps of one epoch. A step allocates nothing here, unless a listener is told of it. */
final class EpochRun {
  private static final long BETWEEN_REPORTS = 100_000_000L;

  private final TrainRequest request;
  private final TurnRun run;
  private final TurnRun.Turn turn;
  private final long batches;
  private final Advice advice;

  EpochRun(TrainRequest request, TurnRun run, TurnRun.Turn turn, long batches, Advice advice) {
    this.request = request;
    this.run = run;
    this.turn = turn;
    this.batches = batches;
    this.advice = advice;
  }

  /** Returns whether the epoch's steps were all done; false if training was cancelled. */
  boolean go(TrainRun training) {
    TrainingState.Position from = training.position();
    int epoch = from.epoch();
    int batch = from.batch();
    int size = request.config().batch();
    long before = training.stepsBefore();
    Feed rows = training.rows();
    long began = System.nanoTime();
    rows.start(Feed.order(request.config().seed(), run.name(), epoch), epoch + 1 < turn.epochs());
    rows.skip(batch);
    run.restoreSums(from.sums());
    long reported = began;
    boolean more = true;
    while (more && !request.cancelled().getAsBoolean()) {
      if (epoch == 0 && batch == 0) {
        run.begin();
      }
      int n = rows.next(run.batch());
      more = n > 0;
      if (more) {
        long step = epoch * batches + batch;
        double loss = run.step(n, (long) batch * size, step, turn.epochs() * batches, advice);
        batch++;
        long now = System.nanoTime();
        if (now - reported >= BETWEEN_REPORTS || batch == batches) {
          reported = now;
          report(
              epoch, before + step + 1, loss, (batch - from.batch()) * (double) size, now - began);
        }
      }
    }
    Map<String, Double> sums = new LinkedHashMap<>();
    run.saveSums(sums);
    double seconds = (System.nanoTime() - began) * 1e-9;
    training.reached(batch, seconds, sums, batch - from.batch());
    return !more;
  }

  private void report(int epoch, long step, double loss, double rows, long nanos) {
    TrainListener.Step done =
        new TrainListener.Step(
            run.name(), epoch + 1, turn.epochs(), step, loss, rows / (nanos * 1e-9));
    request.listeners().forEach(l -> l.onStep(done));
  }
}
