package io.ae.benchmarks.tensorflow;

import io.ae.benchmarks.common.Worker;
import java.io.IOException;

/** The process of this system. */
public final class Main {
  private Main() {}

  /**
   * Runs a work item.
   *
   * @param args those of {@link Worker#main}
   */
  public static void main(String[] args) throws IOException {
    Worker.main(new TensorFlowJava(), args);
  }
}
