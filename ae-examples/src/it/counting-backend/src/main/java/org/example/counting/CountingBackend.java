package org.example.counting;

import io.ae.api.backend.Backend;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.graph.Program;

/** Hands every compilation on, and counts what is run of it. */
final class CountingBackend implements Backend {
  private final Backend java;

  CountingBackend(Backend java) {
    this.java = java;
  }

  @Override
  public String id() {
    return "counting";
  }

  @Override
  public CompiledModel compile(Program program, CompileOptions options) {
    return new CountingModel(java.compile(program, options));
  }

  @Override
  public void close() {
    java.close();
  }
}
