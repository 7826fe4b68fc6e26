package io.ae.benchmarks.ae;

import io.ae.benchmarks.common.Training;

/** A work item's steps. */
final class GraphTraining implements Training {
  private static final int[] NONE = {};

  private final Compiled compiled;
  private final Steps steps;
  private final int batch;
  private final boolean labelled;
  private final boolean profiled;

  /**
   * @param profiled whether it prints at the end where the time went
   */
  GraphTraining(Compiled compiled, int batch, boolean labelled, boolean profiled) {
    this.compiled = compiled;
    this.steps = new Steps(compiled, batch);
    this.batch = batch;
    this.labelled = labelled;
    this.profiled = profiled;
  }

  @Override
  public void step(float[] rows, int[] labels) {
    step(rows, labels, batch);
  }

  @Override
  public void step(float[] rows, int[] labels, int n) {
    steps.run(rows, labelled ? labels : NONE, n);
  }

  @Override
  public double loss() {
    return steps.loss();
  }

  @Override
  public double evaluate(float[] rows, int[] labels) {
    return steps.evaluate(rows, labelled ? labels : NONE);
  }

  @Override
  public void close() {
    if (profiled) {
      Profile.print(steps.times(), System.err);
    }
    steps.close();
    compiled.close();
  }
}
