package io.ae.benchmarks.fake;

import io.ae.benchmarks.common.Contender;
import io.ae.benchmarks.common.Encoding;
import io.ae.benchmarks.common.Reading;
import io.ae.benchmarks.common.Refusal;
import io.ae.benchmarks.common.Setting;
import io.ae.benchmarks.common.Training;
import io.ae.benchmarks.common.WorkItem;
import java.nio.file.Path;
import java.util.Map;

/** A system that takes a given time for everything and computes next to nothing. */
final class FakeContender implements Contender {
  private final long nanos;

  FakeContender(long nanos) {
    this.nanos = nanos;
  }

  @Override
  public Training train(WorkItem item, Setting setting, Map<String, float[]> weights) {
    if (setting.option("precision", "float32").equals("bfloat16")) {
      throw new Refusal("no such\ninstruction");
    }
    System.out.println("noise on standard output");
    return new Training() {
      private int steps;

      @Override
      public void step(float[] rows, int[] labels) {
        spin();
        steps++;
      }

      @Override
      public void step(float[] rows, int[] labels, int n) {
        spin();
      }

      @Override
      public double loss() {
        return 1.0 / steps;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public Encoding encode(WorkItem item, Setting setting, Map<String, float[]> weights) {
    return new Encoding() {
      @Override
      public void encode(float[] rows, int n, float[] codes) {
        spin();
        codes[0] = n;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public Reading read(
      WorkItem item, Setting setting, Map<String, float[]> weights, Path folder, int epochs) {
    return new Reading(500_000_000, 3, 100);
  }

  private void spin() {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
