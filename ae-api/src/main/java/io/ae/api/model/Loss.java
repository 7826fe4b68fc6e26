package io.ae.api.model;

import io.ae.api.graph.Ops;

/** What a phase minimises: the sum of its terms. */
@FunctionalInterface
public interface Loss {
  /** Writes the loss down; corruption, dropout and frozen parts are written here too. */
  Terms of(Ops o, Batch in);
}
