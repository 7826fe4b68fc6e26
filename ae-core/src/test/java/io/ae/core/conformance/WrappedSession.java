package io.ae.core.conformance;

import io.ae.api.backend.Session;
import io.ae.api.graph.DType;
import java.nio.ByteBuffer;

/** Passes everything on; a broken backend changes one method. */
class WrappedSession implements Session {
  final Session inner;

  WrappedSession(Session inner) {
    this.inner = inner;
  }

  @Override
  public ByteBuffer input(String name) {
    return inner.input(name);
  }

  @Override
  public ByteBuffer output(String name) {
    return inner.output(name);
  }

  @Override
  public DType type(String name) {
    return inner.type(name);
  }

  @Override
  public void run(int rows, long firstRow) {
    inner.run(rows, firstRow);
  }

  @Override
  public void close() {
    inner.close();
  }
}
