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
 * @param words of each variable in the state's native memory
 * @param rounded words of the bfloat16 copies that products read; empty where they read float32
 * @param heap variables that an update finds on the heap, beside their words or instead of them
 * @param bfloat16 whether products read bfloat16 copies of their factors
 */
public record StateLayout(
    Map<Var, Integer> words,
    Map<Var, Integer> rounded,
    Map<Var, HeapVariable> heap,
    boolean bfloat16) {
  /**
   * The variables that an update had better find on the heap.
   *
   * @param tiles elements of a tile of each
   * @param read variables that anything else reads as they are, on the heap or not
   */
  public record Tiled(Map<Var, Integer> tiles, Set<Var> read) {
    /** Returns whether nothing needs a variable, as it is, in native memory. */
    public boolean alone(Var v) {
      return tiles.containsKey(v) && !read.contains(v);
    }
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
    Integer word = words.get(variable);
    Integer at = rounded.get(variable);
    Place.Rounded copy = at == null ? null : new Place.Rounded(at);
    return word == null
        ? new Place.Heap(Objects.requireNonNull(onHeap), copy)
        : new Place.State(word, copy, onHeap);
  }
}
