package io.ae.cpu.rewrite;

import io.ae.api.graph.Function;
import io.ae.api.graph.Program;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A program as the engine had better have it.
 *
 * @param program a program with the same results
 * @param originals which variable is the transpose of which
 */
public record Rewrite(Program program, Map<Var, Var> originals) {
  /**
   * Rewrites a program.
   *
   * @param bfloat16 whether products read bfloat16 copies of their factors
   */
  public static Rewrite of(Program given, boolean bfloat16) {
    Program program = new Program(given.state(), functions(given, UniformValues::rewrite));
    return bfloat16 ? new Rewrite(program, Map.of()) : transposed(program);
  }

  private static Rewrite transposed(Program program) {
    TallVariables.Turned turned = TallVariables.of(program);
    Map<Var, Var> transposes = new IdentityHashMap<>();
    Map<Var, Var> originals = new IdentityHashMap<>();
    for (Var v : turned.variables()) {
      Var transpose = Transposes.transpose(v);
      transposes.put(v, transpose);
      originals.put(transpose, v);
    }
    List<Var> state = program.state().stream().map(v -> transposes.getOrDefault(v, v)).toList();
    return new Rewrite(
        new Program(state, functions(program, f -> Transposes.rewrite(f, turned, transposes))),
        originals);
  }

  private static Map<String, Function> functions(
      Program program, UnaryOperator<Function> rewriting) {
    Map<String, Function> functions = new LinkedHashMap<>();
    program.functions().forEach((name, f) -> functions.put(name, rewriting.apply(f)));
    return functions;
  }

  /**
   * Returns a function of other nodes.
   *
   * @param value what stands for a value of the given function
   * @param variable what stands for a variable
   */
  static Function rebuilt(
      Function given, List<Value> nodes, UnaryOperator<Value> value, UnaryOperator<Var> variable) {
    Map<String, Value> outputs = new LinkedHashMap<>();
    given.outputs().forEach((name, v) -> outputs.put(name, value.apply(v)));
    Map<Var, Value> writes = new LinkedHashMap<>();
    given.writes().forEach((x, v) -> writes.put(variable.apply(x), value.apply(v)));
    return new Function(given.name(), nodes, outputs, writes);
  }
}
