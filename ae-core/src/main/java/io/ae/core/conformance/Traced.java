package io.ae.core.conformance;

import io.ae.api.graph.Function;
import io.ae.api.graph.Init;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.core.autodiff.Tracer;
import io.ae.core.conformance.Trial.Order;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One case as a function {@code f} with its variables. */
final class Traced {
  final List<Var> state = new ArrayList<>();
  final Function function;
  private final OpCase opCase;

  Traced(OpCase opCase, Order order) {
    this.opCase = opCase;
    Var step = new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);
    state.add(step);
    function = Tracer.trace("f", false, step, o -> outputs(o, order, operands(o)));
  }

  private List<Value> operands(Ops o) {
    List<Value> in = new ArrayList<>();
    for (int k = 0; k < opCase.arguments().size(); k++) {
      OpCase.Argument a = opCase.arguments().get(k);
      String name = Trial.name(k);
      if (a.input()) {
        in.add(o.input(name, a.type()));
      } else {
        Var v = new Var(name, a.type(), Init.zeros(), a.real());
        state.add(v);
        in.add(o.read(v));
      }
    }
    return in;
  }

  private Map<String, Value> outputs(Ops o, Order order, List<Value> in) {
    Value y = opCase.formula().of(o, in);
    if (order == Order.VALUE) {
      return Map.of("y", y);
    }
    Value loss = o.sumAll(o.add(o.mul(o.square(y), .5), o.mul(y, .3)));
    if (order == Order.LOSS) {
      return Map.of("loss", loss);
    }
    List<Value> by = new ArrayList<>();
    for (int k : Trial.moved(opCase)) {
      by.add(in.get(k));
    }
    List<Value> first = o.gradient(loss, by);
    if (order == Order.GRADIENT) {
      return named(first);
    }
    Value squares = o.constant(0);
    for (Value g : first) {
      squares = o.add(squares, o.sumAll(o.square(g)));
    }
    return order == Order.SECOND ? named(o.gradient(squares, by)) : Map.of("loss", squares);
  }

  private Map<String, Value> named(List<Value> gradients) {
    Map<String, Value> outputs = new LinkedHashMap<>();
    for (int i = 0; i < gradients.size(); i++) {
      outputs.put("gradient of " + Trial.name(Trial.moved(opCase).get(i)), gradients.get(i));
    }
    return outputs;
  }
}
