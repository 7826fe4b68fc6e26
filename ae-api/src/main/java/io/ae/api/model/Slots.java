package io.ae.api.model;

import io.ae.api.graph.Var;

/** Where an optimiser keeps what it remembers of one parameter, for one phase. */
@FunctionalInterface
public interface Slots {
  /** Returns the variable of this name, of the parameter's shape, starting at zeros. */
  Var slot(String name);
}
