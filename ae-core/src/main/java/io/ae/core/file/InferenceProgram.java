package io.ae.core.file;

import io.ae.api.graph.Function;
import io.ae.api.graph.Program;
import io.ae.api.graph.Var;
import io.ae.api.model.Capability;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Cuts a program down to what a model file holds. */
public final class InferenceProgram {
  private InferenceProgram() {}

  /**
   * Returns the functions of inference and the corruption, over the network's own variables and
   * whatever else those functions read.
   *
   * @param network the variables that the network declared; all are kept, so that training can go
   *     on from the file
   */
  public static Program of(Program program, Collection<Var> network) {
    Map<String, Function> functions = new LinkedHashMap<>();
    Set<Var> kept = new LinkedHashSet<>();
    for (Function f : program.functions().values()) {
      if (kept(f.name())) {
        functions.put(f.name(), f);
        kept.addAll(f.reads());
        kept.addAll(f.writes().keySet());
      }
    }
    kept.addAll(network);
    return new Program(program.state().stream().filter(kept::contains).toList(), functions);
  }

  private static boolean kept(String function) {
    for (Capability c : Capability.values()) {
      if (c.function().equals(function)) {
        return true;
      }
    }
    return function.equals("corrupt");
  }
}
