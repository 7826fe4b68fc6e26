package io.ae.core.conformance;

import io.ae.api.graph.Binary;
import io.ae.api.graph.Function;
import io.ae.api.graph.Init;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Program;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.api.model.Optimiser;
import io.ae.core.autodiff.Tracer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small programs with state, for what is not about a single op. */
final class Programs {
  /** Elements of the pair's variables. */
  static final int SIZE = 64;

  private static final Type COUNTER = new Type(Shape.scalar(), Kind.STEP);

  private final Var step = new Var("step", COUNTER, Init.zeros(), false);
  private final List<Var> state = new ArrayList<>(List.of(step));
  private final Map<String, Function> functions = new LinkedHashMap<>();

  private Programs() {}

  private Var var(String name, Init init, int... dims) {
    Var v = new Var(name, Type.real(Shape.of(dims)), init, true);
    state.add(v);
    return v;
  }

  private void function(String name, java.util.function.Function<Ops, Map<String, Value>> body) {
    functions.put(name, Tracer.trace(name, true, step, body));
  }

  private Program program() {
    return new Program(state, functions);
  }

  /** Returns a program of one function of the step, without other state. */
  static Program of(java.util.function.Function<Ops, Map<String, Value>> body) {
    Programs p = new Programs();
    p.function("f", body);
    return p.program();
  }

  /** Returns a program of one function, with variables of its own. */
  static Program of(List<Var> vars, java.util.function.Function<Ops, Map<String, Value>> body) {
    Programs p = new Programs();
    p.state.addAll(vars);
    p.function("f", body);
    return p.program();
  }

  /**
   * Two variables {@code v, w [64]}: {@code bump} adds 1 to both and a mean of {@code x [B]},
   * {@code swap} exchanges them, {@code look} shows them.
   */
  static Program pair() {
    Programs p = new Programs();
    Var v = p.var("v", Init.zeros(), SIZE);
    Var w = p.var("w", Init.zeros(), SIZE);
    p.function(
        "bump",
        o -> {
          Value by = o.add(o.mul(o.meanRows(o.input("x", Type.real(Shape.rows()))), 0), 1);
          o.write(v, o.add(v, by));
          o.write(w, o.add(w, by));
          return Map.of("v", o.read(v));
        });
    p.function(
        "swap",
        o -> {
          o.write(v, o.read(w));
          o.write(w, o.read(v));
          return Map.of();
        });
    p.function("look", o -> Map.of("v", o.add(v, 0), "w", o.add(w, 0)));
    return p.program();
  }

  /** How a program picks by index {@code [B]} from a table {@code [4, 2]}. */
  interface Pick {
    Value of(Ops o, Value table, Value index);
  }

  /**
   * A table {@code t [4, 2]} and a tally {@code n []}: {@code f} picks by {@code i} index {@code
   * [B]}, and counts its runs.
   */
  static Program table(Pick pick) {
    Programs p = new Programs();
    Var t = p.var("t", Init.ones(), 4, 2);
    Var n = p.var("n", Init.zeros());
    p.function(
        "f",
        o -> {
          Value picked = pick.of(o, o.read(t), o.input("i", Type.index(Shape.rows())));
          o.write(n, o.add(n, 1));
          return Map.of("y", picked);
        });
    return p.program();
  }

  /** Sparse rows {@code x [B, 6]} summed: {@code f}. */
  static Program sparse() {
    return of(
        o -> {
          Value x = o.input("x", new Type(Shape.rows(6), Kind.SPARSE));
          return Map.of("y", o.sumNonZeros(x, o.nonZeros(x)));
        });
  }

  /** One variable of each kind and each way to start, with a function {@code f} that shows one. */
  static Program starts() {
    Programs p = new Programs();
    p.var("constant", new Init.Constant(.25), 3);
    Var normal = p.var("normal", new Init.Normal(.5), 7, 5);
    p.var("truncated", new Init.TruncatedNormal(2), 40, 5);
    p.var("uniform", new Init.Uniform(.1), 6, 5);
    p.var("tied", new Init.TransposeOf(normal), 5, 7);
    p.state.add(new Var("index", Type.index(Shape.of(3)), new Init.Constant(-1), false));
    p.function("f", o -> Map.of("y", o.add(normal, 0)));
    return p.program();
  }

  /**
   * A network 6-5-6 with dropout, batch statistics and Adam: {@code train} gives the loss and the
   * gradients of its four parameters before it moves them.
   */
  static Program network() {
    Programs p = new Programs();
    Var w = p.var("w", new Init.Normal(.4), 6, 5);
    Var b = p.var("b", Init.zeros(), 5);
    Var u = p.var("u", new Init.Normal(.4), 5, 6);
    Var c = p.var("c", Init.zeros(), 6);
    List<Var> parameters = List.of(w, b, u, c);
    p.function(
        "train",
        o -> {
          Value x = o.input("x", Type.real(Shape.rows(6)));
          Value h = o.sigmoid(o.dense(x, w, b)); // [B, 5]
          Value usual = o.meanRows(h); // [5]
          Value z = o.dense(o.dropout("dropout", h, .3), u, c); // [B, 6]
          Value loss =
              o.add(
                  o.meanRows(o.sumFeatures(o.square(o.sub(z, x)))),
                  o.sumAll(o.square(o.sub(usual, .2))));
          Map<String, Value> outputs = new LinkedHashMap<>(Map.of("loss", loss));
          List<Value> gradients = o.gradient(loss, parameters);
          Value next = p.counted(o);
          for (int i = 0; i < 4; i++) {
            Var parameter = parameters.get(i);
            outputs.put("gradient of " + parameter.name(), gradients.get(i));
            Optimiser.adam(.01)
                .update(
                    o,
                    slot -> p.slot(parameter, slot),
                    parameter,
                    gradients.get(i),
                    next,
                    o.constant(.01));
          }
          o.write(p.step, next);
          return outputs;
        });
    return p.program();
  }

  private Value counted(Ops o) {
    Value one = o.apply(new Leaf.Literal(1, Kind.STEP));
    return o.apply(Binary.ADD, step, one);
  }

  private Var slot(Var parameter, String name) {
    Var slot = new Var(parameter.name() + "/" + name, parameter.type(), Init.zeros(), false);
    state.add(slot);
    return slot;
  }
}
