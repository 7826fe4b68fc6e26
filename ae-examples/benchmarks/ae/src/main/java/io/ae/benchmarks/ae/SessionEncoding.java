package io.ae.benchmarks.ae;

import io.ae.api.backend.Session;
import io.ae.api.graph.Function;
import io.ae.benchmarks.common.Encoding;
import io.ae.core.train.SessionInputs;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Codes from a session held open: what a program does that encodes rows as they come. */
final class SessionEncoding implements Encoding {
  private static final int[] NO_LABELS = {};

  private final Compiled compiled;
  private final Session session;
  private final SessionInputs inputs;
  private final FloatBuffer output;
  private final int codeWidth;

  /**
   * @param batch the most rows at once
   */
  SessionEncoding(Compiled compiled, int batch) {
    this.compiled = compiled;
    Function function = compiled.model().program().function("encode");
    this.session = compiled.model().session(function.name(), batch);
    this.inputs = new SessionInputs(session, function, compiled.width());
    this.output = session.output("code").order(ByteOrder.nativeOrder()).asFloatBuffer();
    this.codeWidth = compiled.traced().codeWidth();
  }

  @Override
  public void encode(float[] rows, int n, float[] codes) {
    compiled.put(inputs, rows, NO_LABELS, n);
    session.run(n, 0);
    output.get(0, codes, 0, n * codeWidth);
  }

  @Override
  public void close() {
    session.close();
    compiled.close();
  }
}
