package io.ae.core.backend;

import io.ae.core.backend.kernel.Tensor;

/** The whole state after one step, never changed once it is published. */
final class Commit {
  final Tensor[] values;

  /** Guarded by the {@link State} it belongs to. */
  int readers;

  Commit(Tensor[] values) {
    this.values = values;
  }
}
