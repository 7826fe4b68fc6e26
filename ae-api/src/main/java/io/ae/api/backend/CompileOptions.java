package io.ae.api.backend;

import io.ae.api.graph.DType;

/**
 * Choices of a compilation.
 *
 * @param compute type of the real values: {@link DType#F32}, {@link DType#F64} or {@link
 *     DType#BF16}
 * @param seed keys every initial value and every random number
 */
public record CompileOptions(DType compute, long seed) {
  public CompileOptions {
    if (!compute.real()) {
      throw new IllegalArgumentException("compute type: a real type, got " + compute);
    }
  }
}
