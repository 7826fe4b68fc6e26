package io.ae.core.conformance;

import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.DType;
import io.ae.api.graph.Program;
import java.nio.ByteBuffer;

/** Passes everything on; a broken backend changes one method. */
class WrappedModel implements CompiledModel {
  final CompiledModel inner;

  WrappedModel(CompiledModel inner) {
    this.inner = inner;
  }

  @Override
  public Program program() {
    return inner.program();
  }

  @Override
  public Session session(String function, int maxRows, int maxNonZeros) {
    return inner.session(function, maxRows, maxNonZeros);
  }

  @Override
  public DType type(String variable) {
    return inner.type(variable);
  }

  @Override
  public void read(String variable, ByteBuffer into) {
    inner.read(variable, into);
  }

  @Override
  public void write(String variable, ByteBuffer from) {
    inner.write(variable, from);
  }

  @Override
  public void close() {
    inner.close();
  }
}
