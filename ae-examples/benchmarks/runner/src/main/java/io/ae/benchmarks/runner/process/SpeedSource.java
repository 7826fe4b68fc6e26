package io.ae.benchmarks.runner.process;

import io.ae.benchmarks.runner.machine.Speed;

/** Says, whenever asked, what the machine can do at that moment. */
public interface SpeedSource extends AutoCloseable {
  /** Measures for some tenths of a second. */
  Speed measure() throws WorkerFailure;

  @Override
  void close();
}
