package io.ae.cpu.plan;

import io.ae.api.graph.Function;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Program;
import io.ae.api.graph.Var;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Where the variables of a model lie.
 *
 * @param words of each variable in the state
 * @param rounded words of the bfloat16 copies that products read; empty where they read float32
 * @param bfloat16 whether products read bfloat16 copies of their factors
 */
public record StateLayout(Map<Var, Integer> words, Map<Var, Integer> rounded, boolean bfloat16) {
  /** Returns the variables that products of a program read. */
  public static Set<Var> factors(Program program) {
    Set<Var> factors = new LinkedHashSet<>();
    for (Function f : program.functions().values()) {
      for (Node n : Lowering.lower(f, true).nodes()) {
        if (n.bfloat16 && n.op instanceof Leaf.Read read) {
          factors.add(read.variable());
        }
      }
    }
    return factors;
  }

  Place.State place(Var variable) {
    Integer copy = rounded.get(variable);
    int word = Objects.requireNonNull(words.get(variable));
    return new Place.State(word, copy == null ? null : new Place.Rounded(copy));
  }
}
