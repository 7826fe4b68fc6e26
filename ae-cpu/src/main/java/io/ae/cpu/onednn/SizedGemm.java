package io.ae.cpu.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_bf16;
import static org.bytedeco.dnnl.global.dnnl.dnnl_f32;
import static org.bytedeco.dnnl.global.dnnl.dnnl_matmul_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_destroy;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.dnnl_stream;
import org.jspecify.annotations.Nullable;

/**
 * Products by {@code matmul} primitives, of bfloat16 matrices or of float32 ones, with what becomes
 * of their results. A primitive has fixed sizes: one object serves one product of one thread and
 * keeps the primitives of the sizes it met last, those of a full batch and of its tail.
 */
public final class SizedGemm implements MatrixProduct, AutoCloseable {
  /** A weight gradient has blocks of two heights, and a batch of two sizes. */
  private static final int KEPT = 4;

  private final OneDnn library;
  private final dnnl_stream stream;
  private final int type;
  private final Epilogue epilogue;
  private final long biasAddress;
  private final List<Sized> kept = new ArrayList<>(KEPT);
  private int oldest;

  /** A primitive with its sizes. */
  private record Sized(
      boolean aTransposed,
      boolean bTransposed,
      int m,
      int n,
      int k,
      int aWidth,
      int cWidth,
      Execution execution) {
    boolean fits(
        boolean aTurned,
        boolean bTurned,
        int rows,
        int columns,
        int inner,
        int width,
        int resultWidth) {
      return aTransposed == aTurned
          && bTransposed == bTurned
          && m == rows
          && n == columns
          && k == inner
          && aWidth == width
          && cWidth == resultWidth;
    }
  }

  /**
   * @param bfloat16 whether factors are bfloat16, not float32
   * @param biasAddress machine address of the epilogue's bias, float32; unused without one
   */
  SizedGemm(
      OneDnn library, dnnl_stream stream, boolean bfloat16, Epilogue epilogue, long biasAddress) {
    this.library = library;
    this.stream = stream;
    this.type = bfloat16 ? dnnl_bf16 : dnnl_f32;
    this.epilogue = epilogue;
    this.biasAddress = biasAddress;
  }

  @Override
  public void multiply(
      boolean aTransposed,
      boolean bTransposed,
      int m,
      int n,
      int k,
      long aAddress,
      int aWidth,
      long bAddress,
      long cAddress,
      int cWidth) {
    Execution execution = find(aTransposed, bTransposed, m, n, k, aWidth, cWidth);
    if (execution == null) {
      execution = make(aTransposed, bTransposed, m, n, k, aWidth, cWidth);
      keep(new Sized(aTransposed, bTransposed, m, n, k, aWidth, cWidth, execution));
    }
    execution.place(0, aAddress);
    execution.place(1, bAddress);
    execution.place(2, cAddress);
    execution.run();
  }

  /**
   * Multiplies {@code a [m, k]} as {@link #multiply} does, unless oneDNN has only a reference
   * kernel for it.
   *
   * @return whether it did
   */
  public boolean tryMultiply(
      boolean bTransposed,
      int m,
      int n,
      int k,
      long aAddress,
      long bAddress,
      long cAddress,
      int cWidth) {
    try {
      multiply(false, bTransposed, m, n, k, aAddress, k, bAddress, cAddress, cWidth);
      return true;
    } catch (Execution.ReferenceOnly e) {
      return false;
    }
  }

  private @Nullable Execution find(
      boolean aTransposed, boolean bTransposed, int m, int n, int k, int aWidth, int cWidth) {
    for (int i = 0; i < kept.size(); i++) {
      Sized sized = kept.get(i);
      if (sized.fits(aTransposed, bTransposed, m, n, k, aWidth, cWidth)) {
        return sized.execution();
      }
    }
    return null;
  }

  private void keep(Sized sized) {
    if (kept.size() < KEPT) {
      kept.add(sized);
    } else {
      kept.set(oldest, sized).execution().close();
      oldest = (oldest + 1) % KEPT;
    }
  }

  private Execution make(
      boolean aTransposed, boolean bTransposed, int m, int n, int k, int aWidth, int cWidth) {
    String what = "a product of [" + m + ", " + k + "] and [" + k + ", " + n + "]";
    dnnl_memory_desc a = factor(m, k, aTransposed, aWidth);
    dnnl_memory_desc b = factor(k, n, bTransposed, bTransposed ? k : n);
    dnnl_memory_desc c = Layouts.strided(dnnl_f32, new long[] {m, n}, cWidth, 1);
    dnnl_memory_desc bias = Layouts.strided(dnnl_f32, new long[] {1, n}, n, 1);
    dnnl_primitive_attr attributes = epilogue.attributes();
    dnnl_primitive_desc description = new dnnl_primitive_desc();
    OneDnn.check(
        dnnl_matmul_primitive_desc_create(
            description, library.engine(), a, b, epilogue.bias() ? bias : null, c, attributes),
        what);
    List<Execution.Argument> arguments = new ArrayList<>();
    arguments.add(new Execution.Argument(DNNL_ARG_SRC, a, Execution.LATER));
    arguments.add(new Execution.Argument(DNNL_ARG_WEIGHTS, b, Execution.LATER));
    arguments.add(new Execution.Argument(DNNL_ARG_DST, c, Execution.LATER));
    if (epilogue.bias()) {
      arguments.add(new Execution.Argument(DNNL_ARG_BIAS, bias, biasAddress));
    }
    try {
      return new Execution(library, stream, what, description, arguments);
    } finally {
      dnnl_primitive_desc_destroy(description);
      dnnl_primitive_attr_destroy(attributes);
      dnnl_memory_desc_destroy(a);
      dnnl_memory_desc_destroy(b);
      dnnl_memory_desc_destroy(c);
      dnnl_memory_desc_destroy(bias);
    }
  }

  /** Returns the layout of a factor of so many rows and columns. */
  private dnnl_memory_desc factor(int rows, int columns, boolean transposed, int width) {
    long[] dims = {rows, columns};
    return transposed
        ? Layouts.strided(type, dims, 1, width)
        : Layouts.strided(type, dims, width, 1);
  }

  @Override
  public void close() {
    kept.forEach(s -> s.execution().close());
    kept.clear();
  }
}
