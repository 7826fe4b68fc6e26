package io.ae.benchmarks.ae;

import io.ae.api.graph.Init;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.api.graph.Window;
import io.ae.api.model.Vars;

/**
 * A layer on planes: a convolution's sums, or a transposed one's.
 *
 * @param kernel {@code [O, C, kY, kX]}; a transposed convolution goes from O to C
 * @param bias one a channel of the result
 * @param window size, stride and padding
 * @param size of the result's planes where it is transposed, else 0
 */
record Planes(Var kernel, Var bias, Window window, int size) {
  /** {@code [B, C, Y, X] → [B, O, Y', X']}. */
  static Planes down(Vars vars, int in, int out, Window window) {
    return of(vars, out, in, out, window, 0);
  }

  /** {@code [B, O, Y', X'] → [B, C, size, size]}. */
  static Planes up(Vars vars, int in, int out, Window window, int size) {
    return of(vars, in, out, out, window, size);
  }

  private static Planes of(Vars vars, int first, int second, int out, Window window, int size) {
    int area = window.y() * window.x();
    Init init = Init.glorot(first * area, second * area, 1);
    return new Planes(
        vars.parameter("kernel", init, first, second, window.y(), window.x()),
        vars.parameter("bias", Init.zeros(), out),
        window,
        size);
  }

  Value sums(Ops o, Value x) {
    Value sums =
        size == 0 ? o.conv2d(x, kernel, window) : o.convTranspose2d(x, kernel, window, size, size);
    return o.add(sums, o.channels(bias));
  }
}
