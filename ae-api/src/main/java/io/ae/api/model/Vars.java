package io.ae.api.model;

import io.ae.api.graph.Init;
import io.ae.api.graph.Type;
import io.ae.api.graph.Var;

/** Where a network declares its variables while it is built. Names are unique within a scope. */
public interface Vars {
  /** Declares a parameter, which gradients move. */
  Var parameter(String name, Init init, int... dims);

  /** Declares other state, which only writes change: a running statistic, a codebook, a counter. */
  Var state(String name, Type type, Init init);

  /** Returns where variables below a name are declared, as {@code name.x}. */
  Vars scope(String name);
}
