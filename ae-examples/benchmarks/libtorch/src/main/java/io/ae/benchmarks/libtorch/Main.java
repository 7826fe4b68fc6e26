package io.ae.benchmarks.libtorch;

import io.ae.benchmarks.common.Worker;
import java.io.IOException;

/** The process that runs libtorch. */
public final class Main {
  private Main() {}

  /** Runs the worker; its arguments are in {@link Worker}. */
  public static void main(String[] args) throws IOException {
    Worker.main(new Libtorch(), args);
  }
}
