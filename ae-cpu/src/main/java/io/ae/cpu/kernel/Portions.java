package io.ae.cpu.kernel;

import io.ae.cpu.memory.Geometry;
import java.util.List;

/**
 * Steps that go through a shard's rows together, a portion of the rows at a time: what one step
 * leaves is still in the core's cache when the next one reads it.
 */
public final class Portions implements Step {
  private final Step[] steps;
  private final Geometry geometry;
  private final int most;

  /**
   * @param steps in the order in which they run on each portion
   * @param geometry the shard's rows
   * @param most rows of a portion; the last one may have fewer
   */
  public Portions(List<Step> steps, Geometry geometry, int most) {
    this.steps = steps.toArray(Step[]::new);
    this.geometry = geometry;
    this.most = most;
  }

  @Override
  public void run() {
    int rows = geometry.rows();
    int at = 0;
    do {
      int n = Math.min(most, rows - at);
      geometry.portion(at, n);
      for (Step step : steps) {
        step.run();
      }
      at += n;
    } while (at < rows);
    geometry.portion(0, rows);
  }

  /** Returns what runs on each portion. */
  public List<Step> steps() {
    return List.of(steps);
  }
}
