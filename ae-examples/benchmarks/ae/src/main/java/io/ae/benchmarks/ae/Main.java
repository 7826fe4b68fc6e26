package io.ae.benchmarks.ae;

import io.ae.benchmarks.common.Worker;
import java.io.IOException;

/** A process of the benchmark with this library as its system. */
public final class Main {
  private Main() {}

  /**
   * Serves the runner's commands.
   *
   * @param args as {@link Worker#main} wants them
   */
  public static void main(String[] args) throws IOException {
    Worker.main(new Library(), args);
  }
}
