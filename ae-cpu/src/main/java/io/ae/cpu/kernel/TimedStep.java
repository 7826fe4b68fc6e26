package io.ae.cpu.kernel;

import io.ae.api.backend.StepTime;
import io.ae.cpu.memory.Geometry;

/** A step that is measured: used only where the backend was opened to measure itself. */
public final class TimedStep implements Step {
  private final Step step;
  private final String what;
  private final int stage;
  private final Geometry geometry;
  private long runs;
  private long nanos;

  /**
   * @param step what runs
   * @param what what it computes, for a reader
   * @param stage which of the parts between two barriers it belongs to
   * @param geometry the shard's rows
   */
  public TimedStep(Step step, String what, int stage, Geometry geometry) {
    this.step = step;
    this.what = what;
    this.stage = stage;
    this.geometry = geometry;
  }

  @Override
  public void run() {
    long since = System.nanoTime();
    step.run();
    nanos += System.nanoTime() - since;
    if (geometry.ends()) {
      runs++;
    }
  }

  /** Returns what was measured so far. */
  public StepTime time() {
    return new StepTime(what, stage, geometry.shard(), runs, nanos);
  }
}
