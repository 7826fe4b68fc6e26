package io.ae.cpu.rewrite;

import io.ae.api.graph.Function;
import io.ae.api.graph.Program;
import io.ae.api.graph.Var;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

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
    Map<String, Function> functions = new LinkedHashMap<>();
    given.functions().forEach((name, f) -> functions.put(name, UniformValues.rewrite(f)));
    Program program = new Program(given.state(), functions);
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
    Map<String, Function> functions = new LinkedHashMap<>();
    program
        .functions()
        .forEach((name, f) -> functions.put(name, Transposes.rewrite(f, turned, transposes)));
    return new Rewrite(
        new Program(
            program.state().stream().map(v -> transposes.getOrDefault(v, v)).toList(), functions),
        originals);
  }
}
