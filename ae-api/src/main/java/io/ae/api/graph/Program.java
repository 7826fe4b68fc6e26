package io.ae.api.graph;

import io.ae.api.AeException;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * State and functions over it: what a backend compiles.
 *
 * @param state all variables, names unique
 * @param functions by name
 */
public record Program(List<Var> state, Map<String, Function> functions) {
  /**
   * @throws AeException {@code AE-G002} if two variables share a name or a function uses a variable
   *     that is not in the state
   */
  public Program {
    state = List.copyOf(state);
    functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
    Set<String> names = new HashSet<>();
    for (Var v : state) {
      if (!names.add(v.name())) {
        throw new AeException(
            "AE-G002", "two variables are called '" + v.name() + "'; names are unique");
      }
    }
    Set<Var> known = new HashSet<>(state);
    for (Function f : functions.values()) {
      Set<Var> used = new HashSet<>(f.reads());
      used.addAll(f.writes().keySet());
      for (Var v : used) {
        if (!known.contains(v)) {
          throw new AeException(
              "AE-G002",
              "function '" + f.name() + "' uses variable " + v + ", which is not in the state");
        }
      }
    }
  }

  /**
   * Returns a function.
   *
   * @throws AeException {@code AE-G003} if there is none of this name: the model lacks the
   *     capability
   */
  public Function function(String name) {
    Function f = functions.get(name);
    if (f == null) {
      throw new AeException(
          "AE-G003", "no function '" + name + "'; this program has " + functions.keySet());
    }
    return f;
  }
}
