package io.ae.cpu;

import io.ae.cpu.onednn.OneDnn;
import io.ae.cpu.plan.Workbench;
import java.util.ArrayDeque;
import java.util.Deque;

/** A model's workbenches that no session uses. */
final class Workbenches implements AutoCloseable {
  private final OneDnn library;
  private final Deque<Workbench> free = new ArrayDeque<>();

  Workbenches(OneDnn library) {
    this.library = library;
  }

  synchronized Workbench take() {
    Workbench bench = free.poll();
    return bench == null ? new Workbench(library) : bench;
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
  }
}
