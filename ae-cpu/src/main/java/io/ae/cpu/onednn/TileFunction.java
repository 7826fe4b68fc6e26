package io.ae.cpu.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.dnnl_a;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_exp;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_forward_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_log;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_logistic;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_soft_relu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_tanh;
import static org.bytedeco.dnnl.global.dnnl.dnnl_f32;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_create_with_tag;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_destroy;

import io.ae.cpu.memory.NativeBlock;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.dnnl_stream;

/**
 * A transcendental function over a tile on the heap: copied to native memory, computed by oneDNN's
 * vector code, copied back. C2 does not vectorise {@code Math.exp}; this is eight times as fast.
 * One object serves one thread.
 */
public final class TileFunction implements AutoCloseable {
  /** What can be computed. */
  public enum Function {
    /** eˣ. */
    EXP(dnnl_eltwise_exp),
    /** Natural logarithm. */
    LOG(dnnl_eltwise_log),
    /** 1 / (1 + e⁻ˣ). */
    SIGMOID(dnnl_eltwise_logistic),
    /** Hyperbolic tangent. */
    TANH(dnnl_eltwise_tanh),
    /** ln(1 + eˣ). */
    SOFTPLUS(dnnl_eltwise_soft_relu);

    private final int algorithm;

    Function(int algorithm) {
      this.algorithm = algorithm;
    }

    int algorithm() {
      return algorithm;
    }
  }

  /** A primitive has a fixed size: a short tile takes the smallest of these that holds it. */
  private static final int SIZES = 3;

  private final NativeBlock scratch;
  private final int tile;
  private final Execution[] executions = new Execution[SIZES];

  /**
   * @param library the loaded library
   * @param stream the thread's stream
   * @param function what is computed
   * @param tile the most elements of a tile
   */
  TileFunction(OneDnn library, dnnl_stream stream, Function function, int tile) {
    this.tile = tile;
    scratch = NativeBlock.owned(2L * tile);
    for (int i = 0; i < SIZES; i++) {
      executions[i] = execution(library, stream, function, size(i));
    }
  }

  private int size(int i) {
    return tile >> 3 * i;
  }

  private Execution execution(OneDnn library, dnnl_stream stream, Function function, int size) {
    String what = function + " of " + size;
    dnnl_memory_desc layout = new dnnl_memory_desc();
    dnnl_primitive_attr attributes = OneDnn.attributes();
    dnnl_primitive_desc description = new dnnl_primitive_desc();
    OneDnn.check(
        dnnl_memory_desc_create_with_tag(layout, 1, new long[] {size}, dnnl_f32, dnnl_a), what);
    OneDnn.check(
        dnnl_eltwise_forward_primitive_desc_create(
            description,
            library.engine(),
            dnnl_forward_inference,
            function.algorithm,
            layout,
            layout,
            1f,
            0f,
            attributes),
        what);
    Execution execution =
        new Execution(
            library,
            stream,
            what,
            description,
            List.of(
                new Execution.Argument(DNNL_ARG_SRC, layout, scratch.address(0)),
                new Execution.Argument(DNNL_ARG_DST, layout, scratch.address(tile))));
    dnnl_primitive_desc_destroy(description);
    dnnl_primitive_attr_destroy(attributes);
    dnnl_memory_desc_destroy(layout);
    return execution;
  }

  /** Computes {@code y[i] = f(x[i])} for the first n elements; both may be the same array. */
  public void run(float[] x, float[] y, int n) {
    scratch.floats().put(0, x, 0, n);
    int i = SIZES - 1;
    while (size(i) < n) {
      i--;
    }
    executions[i].run();
    scratch.floats().get(tile, y, 0, n);
  }

  @Override
  public void close() {
    for (Execution e : executions) {
      e.close();
    }
    scratch.close();
  }
}
