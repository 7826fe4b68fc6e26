package io.ae.benchmarks.fake;

import io.ae.benchmarks.common.Worker;
import java.io.IOException;

/** A worker whose step takes 400 µs. */
public final class Slow {
  private Slow() {}

  /** Runs it. */
  public static void main(String[] args) throws IOException {
    Worker.main(new FakeContender(400_000), args);
  }
}
