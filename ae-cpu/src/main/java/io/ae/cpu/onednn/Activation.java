package io.ae.cpu.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_hardswish;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_linear;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_logistic;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_tanh;
import static org.bytedeco.dnnl.global.dnnl.dnnl_post_ops_append_eltwise;

import org.bytedeco.dnnl.dnnl_post_ops;

/** What a primitive can do to its results: of all of these NaN comes out where it goes in. */
public enum Activation {
  /** 1 / (1 + e⁻ˣ). */
  SIGMOID(dnnl_eltwise_logistic, 0f),

  /** Hyperbolic tangent. */
  TANH(dnnl_eltwise_tanh, 0f),

  /**
   * max(x, 0), as x · min(max(αx, 0), 1) + 0 with the largest α there is: oneDNN's own ReLU makes 0
   * of NaN. −∞, which only an overflow can be, becomes NaN.
   */
  RELU(dnnl_eltwise_hardswish, Float.MAX_VALUE);

  private final int algorithm;
  private final float alpha;

  Activation(int algorithm, float alpha) {
    this.algorithm = algorithm;
    this.alpha = alpha;
  }

  /** Appends it to what a primitive does to its results. */
  void appendTo(dnnl_post_ops after) {
    OneDnn.check(dnnl_post_ops_append_eltwise(after, algorithm, alpha, 0f), "post-ops");
    if (this == RELU) {
      // Of −0, as which negative numbers arrive, this makes 0.
      OneDnn.check(dnnl_post_ops_append_eltwise(after, dnnl_eltwise_linear, 1f, 0f), "post-ops");
    }
  }
}
