package io.ae.core.trace;

import io.ae.api.AeException;
import io.ae.api.graph.Init;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Var;
import io.ae.api.model.Vars;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects the variables that a network declares. */
public final class DeclaredVars implements Vars {
  private final String prefix;
  private final List<Var> all;

  /** An empty collection. */
  public DeclaredVars() {
    this("", new ArrayList<>());
  }

  private DeclaredVars(String prefix, List<Var> all) {
    this.prefix = prefix;
    this.all = all;
  }

  @Override
  public Var parameter(String name, Init init, int... dims) {
    return declare(new Var(prefix + name, Type.real(Shape.of(dims)), init, true));
  }

  @Override
  public Var state(String name, Type type, Init init) {
    return declare(new Var(prefix + name, type, init, false));
  }

  @Override
  public Vars scope(String name) {
    return new DeclaredVars(prefix + name + ".", all);
  }

  /** Returns what was declared, in order. */
  public List<Var> all() {
    return Collections.unmodifiableList(all);
  }

  private Var declare(Var variable) {
    for (Var other : all) {
      if (other.name().equals(variable.name())) {
        throw new AeException(
            "AE-G002", "two variables are called '" + variable.name() + "'; names are unique");
      }
    }
    all.add(variable);
    return variable;
  }
}
