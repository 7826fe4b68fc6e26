package io.ae.core.backend.kernel;

import io.ae.api.graph.DType;
import io.ae.api.graph.Kind;

/** Memory of one thread for what kernels need in between; it grows at the first run, then stays. */
public final class Scratch {
  private final DType compute;
  private final Gemm gemm;
  private Tensor reals;
  private int realSize;
  private int[] words = new int[0];
  private double[] doubles = new double[0];

  /**
   * @param compute type of the reals
   */
  public Scratch(DType compute) {
    this.compute = compute;
    this.gemm = compute == DType.F32 ? new FloatGemm() : new DoubleGemm();
    this.reals = Tensor.of(Kind.REAL, compute, 0);
  }

  /** Returns matrix multiplication with tiles of its own. */
  public Gemm gemm() {
    return gemm;
  }

  /** Returns at least so many reals, holding anything. */
  public Tensor reals(int elements) {
    if (realSize < elements) {
      realSize = elements;
      reals = Tensor.of(Kind.REAL, compute, elements);
    }
    return reals;
  }

  /** Returns at least so many words, holding anything. */
  public int[] words(int elements) {
    if (words.length < elements) {
      words = new int[elements];
    }
    return words;
  }

  /** Returns at least so many doubles, holding anything. */
  public double[] doubles(int elements) {
    if (doubles.length < elements) {
      doubles = new double[elements];
    }
    return doubles;
  }
}
