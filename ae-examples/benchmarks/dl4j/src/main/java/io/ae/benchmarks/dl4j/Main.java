package io.ae.benchmarks.dl4j;

import io.ae.benchmarks.common.Worker;
import java.io.IOException;

/** The process that runs Deeplearning4j. */
public final class Main {
  private Main() {}

  /** Runs the worker; its arguments are in {@link Worker}. */
  public static void main(String[] args) throws IOException {
    Worker.main(new Deeplearning4j(), args);
  }
}
