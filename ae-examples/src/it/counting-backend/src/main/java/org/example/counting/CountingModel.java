package org.example.counting;

import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.DType;
import io.ae.api.graph.Program;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** A compiled program that knows how often each of its functions ran. */
final class CountingModel implements CompiledModel {
  private final CompiledModel java;
  private final Map<String, LongAdder> runs = new ConcurrentHashMap<>();

  CountingModel(CompiledModel java) {
    this.java = java;
  }

  /** Returns function → runs so far, sorted by name. */
  Map<String, Long> runs() {
    Map<String, Long> sums = new TreeMap<>();
    runs.forEach((function, count) -> sums.put(function, count.sum()));
    return sums;
  }

  @Override
  public Program program() {
    return java.program();
  }

  @Override
  public Session session(String function, int maxRows, int maxNonZeros) {
    Session session = java.session(function, maxRows, maxNonZeros);
    return new CountingSession(session, runs.computeIfAbsent(function, name -> new LongAdder()));
  }

  @Override
  public DType type(String variable) {
    return java.type(variable);
  }

  @Override
  public void read(String variable, ByteBuffer into) {
    java.read(variable, into);
  }

  @Override
  public void write(String variable, ByteBuffer from) {
    java.write(variable, from);
  }

  @Override
  public void close() {
    java.close();
  }
}
