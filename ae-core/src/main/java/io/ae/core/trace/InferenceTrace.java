package io.ae.core.trace;

import io.ae.api.CodeKind;
import io.ae.api.data.DataSpec;
import io.ae.api.graph.Function;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.api.model.Batch;
import io.ae.api.model.Encoded;
import io.ae.api.model.Network;
import io.ae.api.model.Phase;
import io.ae.api.model.Terms;
import io.ae.core.autodiff.Tracer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Traces what a trained model does: a function that the network lacks is absent. */
final class InferenceTrace {
  private final Network network;
  private final DataSpec data;
  private final Var step;
  private final Type code;
  private final List<Function> functions = new ArrayList<>();

  InferenceTrace(Network network, DataSpec data, Var step) {
    this.network = network;
    this.data = data;
    this.step = step;
    Tracer o = Tracer.trained(false, step);
    Encoded encoded = network.encode(o, Rows.input(o, data));
    this.code = encoded.code().type();
    functions.add(o.function("encode", Map.of("code", encoded.code())));
    if (encoded.side().isEmpty()) {
      functions.add(decode());
    }
    add("reconstruct", "reconstruction", false, (t, x) -> network.decode(t, network.encode(t, x)));
    add("score", "score", false, this::score);
    add("classify", "probability", false, network::classify);
    add("corrupt", "corrupted", true, network::corrupt);
    generate();
  }

  List<Function> functions() {
    return functions;
  }

  /** Returns the type of a code, {@code [B, L]}. */
  Type code() {
    return code;
  }

  private Function decode() {
    Kind kind = network.codeKind() instanceof CodeKind.Indices ? Kind.INDEX : Kind.REAL;
    Tracer o = Tracer.trained(false, step);
    Value given = o.input("code", new Type(code.shape(), kind));
    return o.function("decode", Map.of("x", network.decode(o, Encoded.of(given))));
  }

  private void add(
      String name, String output, boolean training, BiFunction<Ops, Value, @Nullable Value> body) {
    Tracer o = Tracer.trained(training, step);
    Value y = body.apply(o, Rows.input(o, data));
    if (y != null) {
      functions.add(o.function(name, Map.of(output, y)));
    }
  }

  private void generate() {
    Tracer o = Tracer.trained(false, step);
    Value x = network.generate(o);
    if (x != null) {
      functions.add(o.function("generate", Map.of("x", x)));
    }
  }

  private Value score(Ops o, Value x) {
    Value own = network.score(o, x);
    if (own != null) {
      return own;
    }
    Value total = null;
    for (Terms.Term term : lastUnlabelledLoss(o, x)) {
      if (term.value().shape().equals(Shape.rows())) {
        total = total == null ? term.value() : o.add(total, term.value());
      }
    }
    if (total != null) {
      return total;
    }
    Value z = network.decode(o, network.encode(o, x));
    return o.sumFeatures(o.square(o.sub(x, z)));
  }

  private List<Terms.Term> lastUnlabelledLoss(Ops o, Value x) {
    List<Phase> unlabelled = network.phases().stream().filter(p -> !p.labelled()).toList();
    if (unlabelled.isEmpty()) {
      return List.of();
    }
    return unlabelled.get(unlabelled.size() - 1).loss().of(o, new Batch(x, null)).list();
  }
}
