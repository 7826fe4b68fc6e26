package io.ae.benchmarks.fake;

import io.ae.benchmarks.common.Worker;
import java.io.IOException;

/** A worker whose step takes 50 µs. */
public final class Fast {
  private Fast() {}

  /** Runs it. */
  public static void main(String[] args) throws IOException {
    Worker.main(new FakeContender(50_000), args);
  }
}
