package org.example.counting;

import io.ae.api.backend.Session;
import io.ae.api.graph.DType;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.LongAdder;

/** Memory for runs, each of which is counted once it has ended. */
final class CountingSession implements Session {
  private final Session java;
  private final LongAdder runs;

  CountingSession(Session java, LongAdder runs) {
    this.java = java;
    this.runs = runs;
  }

  @Override
  public ByteBuffer input(String name) {
    return java.input(name);
  }

  @Override
  public ByteBuffer output(String name) {
    return java.output(name);
  }

  @Override
  public DType type(String name) {
    return java.type(name);
  }

  @Override
  public void run(int rows, long firstRow) {
    java.run(rows, firstRow);
    runs.increment();
  }

  @Override
  public void close() {
    java.close();
  }
}
