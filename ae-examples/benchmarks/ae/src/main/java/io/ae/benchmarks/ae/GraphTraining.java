package io.ae.benchmarks.ae;

import io.ae.benchmarks.common.Training;

/** A work item's steps. */
final class GraphTraining implements Training {
  private static final int[] NONE = {};

  private final Compiled compiled;
  private final Steps steps;
  private final int batch;
  private final boolean labelled;

  GraphTraining(Compiled compiled, int batch, boolean labelled) {
    this.compiled = compiled;
    this.steps = new Steps(compiled, batch);
    this.batch = batch;
    this.labelled = labelled;
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
    steps.close();
    compiled.close();
  }
}
