package io.ae.cpu.plan;

import io.ae.api.graph.Function;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Program;
import io.ae.api.graph.Var;
import io.ae.cpu.memory.HeapVariable;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Where the variables of a model lie.
 *
 * @param words of each variable in the state
 * @param rounded words of the bfloat16 copies that products read; empty where they read float32
 * @param heap variables that lie on the heap instead
 * @param bfloat16 whether products read bfloat16 copies of their factors
 */
public record StateLayout(
    Map<Var, Integer> words,
    Map<Var, Integer> rounded,
    Map<Var, HeapVariable> heap,
    boolean bfloat16) {
  /** Returns the elements of a tile of each variable that had better lie on the heap. */
  public static Map<Var, Integer> tiles(Program program, boolean bfloat16) {
    return Moments.of(program, bfloat16);
  }

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

  Place place(Var variable) {
    HeapVariable onHeap = heap.get(variable);
    if (onHeap != null) {
      return new Place.Heap(onHeap);
    }
    Integer copy = rounded.get(variable);
    int word = Objects.requireNonNull(words.get(variable));
    return new Place.State(word, copy == null ? null : new Place.Rounded(copy));
  }
}
