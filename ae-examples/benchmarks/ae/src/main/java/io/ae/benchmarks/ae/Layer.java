package io.ae.benchmarks.ae;

import io.ae.api.graph.Init;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.api.model.Vars;

/**
 * A dense layer's sums, {@code [B, D] → [B, H]}.
 *
 * @param weight {@code [D, H]}
 * @param bias {@code [H]}
 */
record Layer(Var weight, Var bias) {
  static Layer of(Vars vars, int in, int out) {
    return new Layer(
        vars.parameter("weight", Init.glorot(in, out, 1), in, out),
        vars.parameter("bias", Init.zeros(), out));
  }

  Value sums(Ops o, Value x) {
    return o.dense(x, weight, bias); // [B, H]
  }
}
