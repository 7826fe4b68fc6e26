package io.ae.api.backend;

import io.ae.api.graph.Program;

/** An opened compute backend. Closing it closes what it compiled. */
public interface Backend extends AutoCloseable {
  /** Returns the provider's id. */
  String id();

  /**
   * Plans a program and starts its state from the variables' initial values.
   *
   * @throws io.ae.api.AeException {@code AE-B010} for an op it lacks, {@code AE-B011} for a compute
   *     type it lacks, by name
   */
  CompiledModel compile(Program program, CompileOptions options);

  @Override
  void close();
}
