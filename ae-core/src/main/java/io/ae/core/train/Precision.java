package io.ae.core.train;

import io.ae.api.AeException;
import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.graph.DType;
import io.ae.api.graph.Program;
import java.util.List;
import java.util.Map;

/** The type in which a model is trained. Its file holds float32 whatever it is. */
public enum Precision {
  /** Everything in float32. */
  FLOAT32(DType.F32),
  /** Factors of products in bfloat16; sums, weights and the optimiser's moments in float32. */
  BFLOAT16(DType.BF16);

  private final DType compute;

  Precision(DType compute) {
    this.compute = compute;
  }

  /** Returns the compute type of a compilation. */
  public DType compute() {
    return compute;
  }

  /**
   * Refuses a backend that does not have this precision here, before any data is read. Every
   * backend has float32.
   *
   * @throws AeException {@code AE-B011} if it does not, with what it has
   */
  public void require(BackendProvider provider) {
    if (this == FLOAT32) {
      return;
    }
    try (Backend backend = provider.open(new BackendSettings(1))) {
      Program nothing = new Program(List.of(), Map.of());
      backend.compile(nothing, new CompileOptions(compute, 0)).close();
    }
  }
}
