package io.ae.cpu;

import io.ae.api.graph.Binary;
import io.ae.api.graph.Function;
import io.ae.api.graph.Init;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Program;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.core.autodiff.Tracer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An autoencoder with a short hidden layer between long rows, trained with Adam. */
public final class TallWeights {
  /** Elements of a row. */
  public static final int LONG = 600;

  /** Elements of the hidden layer. */
  public static final int SHORT = 64;

  /** What becomes of the last product. */
  public enum Loss {
    /** Squared error of a sigmoid. */
    SIGMOID,
    /** Squared error of the sums. */
    LINEAR,
    /** Cross entropy of the sums. */
    CROSS_ENTROPY,
    /** Squared error with a weight a row. */
    WEIGHTED,
    /** Squared error of a sigmoid and a penalty on the last weights. */
    PENALTY
  }

  private TallWeights() {}

  /** Returns its program: {@code train} of {@code x}, {@code rate} and, weighted, {@code rows}. */
  public static Program program(Loss kind) {
    List<Var> parameters =
        List.of(
            parameter("w", LONG, SHORT),
            parameter("u", SHORT, LONG),
            new Var("c", Type.real(Shape.of(LONG)), Init.zeros(), true));
    Var step = new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);
    Tracer o = new Tracer(true, step);
    Value x = o.input("x", Type.real(Shape.rows(LONG)));
    Value h = o.sigmoid(o.matmul(x, parameters.get(0))); // [B, SHORT]
    Value z = o.add(o.matmul(h, parameters.get(1)), parameters.get(2)); // [B, LONG]
    Value loss = loss(o, kind, x, z, parameters.get(1)); // []
    List<Value> gradients = o.gradient(loss, parameters);
    Value t = o.apply(Binary.ADD, step, o.apply(new Leaf.Literal(1, Kind.STEP)));
    Value rate = o.input("rate", Type.real(Shape.scalar()));
    Map<String, Var> all = new LinkedHashMap<>();
    all.put("step", step);
    parameters.forEach(p -> all.put(p.name(), p));
    Bench.adam(o, parameters, gradients, t, i -> rate, all);
    o.write(step, t);
    Function train = o.function("train", Map.of("loss", loss));
    return new Program(List.copyOf(all.values()), Map.of("train", train));
  }

  private static Value loss(Tracer o, Loss kind, Value x, Value z, Var u) {
    if (kind == Loss.CROSS_ENTROPY) {
      return o.meanRows(o.sumFeatures(o.sub(o.softplus(z), o.mul(x, z))));
    }
    boolean bent = kind == Loss.SIGMOID || kind == Loss.PENALTY;
    Value squares = o.square(o.sub(bent ? o.sigmoid(z) : z, x)); // [B, LONG]
    if (kind == Loss.WEIGHTED) {
      Value rows = o.input("rows", Type.real(Shape.rows(1)));
      return o.meanRows(o.sumFeatures(o.mul(squares, rows)));
    }
    Value error = o.meanRows(o.sumFeatures(squares));
    return kind == Loss.PENALTY ? o.add(error, o.mul(o.sumAll(o.square(u)), .01)) : error;
  }

  private static Var parameter(String name, int rows, int columns) {
    return new Var(name, Type.real(Shape.of(rows, columns)), Init.glorot(rows, columns, 1), true);
  }

  /** Returns a variable of a program. */
  public static Var variable(Program program, String name) {
    return Objects.requireNonNull(
        program.state().stream().filter(v -> v.name().equals(name)).findFirst().orElse(null));
  }
}
