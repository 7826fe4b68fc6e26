package io.ae.cpu;

import io.ae.cpu.onednn.OneDnn;
import io.ae.cpu.onednn.PackedFactors;
import io.ae.cpu.plan.Workbench;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** A model's workbenches that no session uses, and what all of them share. */
final class Workbenches implements AutoCloseable {
  private final OneDnn library;
  private final PackedFactors factors;
  private final Deque<Workbench> free = new ArrayDeque<>();

  /**
   * @param version another number after each change of the model's state
   */
  Workbenches(OneDnn library, LongSupplier version) {
    this.library = library;
    this.factors = new PackedFactors(library, version);
  }

  synchronized Workbench take() {
    Workbench bench = free.poll();
    return bench == null ? new Workbench(library, factors) : bench;
  }

  void give(Workbench bench) {
    bench.clear();
    synchronized (this) {
      free.push(bench);
    }
  }

  @Override
  public synchronized void close() {
    free.forEach(Workbench::close);
    free.clear();
    factors.close();
  }
}
