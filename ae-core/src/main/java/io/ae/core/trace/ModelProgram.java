package io.ae.core.trace;

import io.ae.api.AeException;
import io.ae.api.CodeKind;
import io.ae.api.data.DataSpec;
import io.ae.api.graph.Function;
import io.ae.api.graph.Init;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Program;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Var;
import io.ae.api.model.Capability;
import io.ae.api.model.Network;
import io.ae.api.model.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A network, traced into a program.
 *
 * @param program state and functions
 * @param phases in the order of training
 * @param capabilities what the program's functions can do
 * @param codeKind what the elements of a code are
 * @param codeWidth elements of a code, L
 * @param network the variables that the network declared; the rest of the state is training's
 */
public record ModelProgram(
    Program program,
    List<PhaseProgram> phases,
    Set<Capability> capabilities,
    CodeKind codeKind,
    int codeWidth,
    List<Var> network) {
  /** The variable that counts steps and keys random numbers. */
  public static final String STEP = "step";

  public ModelProgram {
    phases = List.copyOf(phases);
    capabilities = Set.copyOf(capabilities);
    network = List.copyOf(network);
  }

  /**
   * Traces every function of a network.
   *
   * @param network what to trace
   * @param data the rows it will see, after scaling
   * @param vars what it declared
   * @throws AeException {@code AE-G010} if a parameter is moved by no phase, {@code AE-G011} if two
   *     phases share a name
   */
  public static ModelProgram trace(
      Network network, DataSpec data, DeclaredVars vars, TraceOptions options) {
    Var step = counter(STEP);
    List<Var> state = new ArrayList<>(vars.all());
    state.add(step);
    Map<String, Function> functions = new LinkedHashMap<>();
    List<PhaseProgram> programs = new ArrayList<>();
    Set<Var> moved = new HashSet<>();
    List<Phase> phases =
        network.phases().stream().sorted(Comparator.comparingInt(Phase::turn)).toList();
    for (int i = 0; i < phases.size(); i++) {
      Phase phase = phases.get(i);
      boolean lastOfTurn = i + 1 == phases.size() || phases.get(i + 1).turn() != phase.turn();
      PhaseTrace trace = new PhaseTrace(phase, data, vars.all(), step, options, lastOfTurn);
      if (functions.containsKey("train." + phase.name())) {
        throw new AeException(
            "AE-G011", "two phases are called '" + phase.name() + "'; names are unique");
      }
      trace.functions().forEach(f -> functions.put(f.name(), f));
      state.addAll(trace.state());
      moved.addAll(trace.moved());
      programs.add(trace.program());
    }
    refuseUnmoved(vars, moved);
    InferenceTrace inference = new InferenceTrace(network, data, step);
    inference.functions().forEach(f -> functions.put(f.name(), f));
    return new ModelProgram(
        new Program(state, functions),
        programs,
        capabilities(functions.keySet()),
        network.codeKind(),
        Math.toIntExact(inference.code().shape().elementsPerRow()),
        vars.all());
  }

  /** Returns a variable that counts from 0. */
  static Var counter(String name) {
    return new Var(name, new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);
  }

  private static void refuseUnmoved(DeclaredVars vars, Set<Var> moved) {
    List<String> idle =
        vars.all().stream()
            .filter(v -> v.parameter() && !moved.contains(v))
            .map(Var::name)
            .toList();
    if (!idle.isEmpty()) {
      throw new AeException(
          "AE-G010",
          "no phase moves the parameters "
              + idle
              + ": no loss depends on them, or no phase names them."
              + " State that gradients do not move is declared with state(…)");
    }
  }

  private static Set<Capability> capabilities(Set<String> functions) {
    Set<Capability> set = EnumSet.noneOf(Capability.class);
    for (Capability c : Capability.values()) {
      if (functions.contains(c.function())) {
        set.add(c);
      }
    }
    return set;
  }
}
