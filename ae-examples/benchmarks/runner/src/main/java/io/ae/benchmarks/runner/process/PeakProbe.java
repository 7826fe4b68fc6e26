package io.ae.benchmarks.runner.process;

import io.ae.benchmarks.runner.machine.Speed;
import java.util.List;

/** The process that measures what the machine can do. */
public final class PeakProbe implements SpeedSource {
  private final Child child;

  PeakProbe(Child child) throws WorkerFailure {
    this.child = child;
    child.await("ready");
  }

  @Override
  public Speed measure() throws WorkerFailure {
    List<String> words = child.ask("peak");
    return new Speed(Double.parseDouble(words.get(1)), Double.parseDouble(words.get(2)));
  }

  @Override
  public void close() {
    child.close();
  }
}
