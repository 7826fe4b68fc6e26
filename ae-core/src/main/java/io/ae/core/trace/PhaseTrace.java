package io.ae.core.trace;

import io.ae.api.data.DataSpec;
import io.ae.api.graph.Binary;
import io.ae.api.graph.Function;
import io.ae.api.graph.Init;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.api.model.Batch;
import io.ae.api.model.Optimiser;
import io.ae.api.model.Phase;
import io.ae.api.model.Terms;
import io.ae.core.autodiff.Tracer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Traces one phase: its step, its loss on rows it does not learn from, and how it begins. */
final class PhaseTrace {
  private final Phase phase;
  private final DataSpec data;
  private final Var step;
  private final Var count;
  private final Optimiser optimiser;
  private final double clip;
  private final Set<Var> mayMove;
  private final Set<Var> moved = new HashSet<>();
  private final Map<String, Var> slots = new LinkedHashMap<>();
  private final List<Function> functions = new ArrayList<>();
  private final PhaseProgram program;

  PhaseTrace(
      Phase phase,
      DataSpec data,
      List<Var> vars,
      Var step,
      TraceOptions options,
      boolean lastOfTurn) {
    this.phase = phase;
    this.data = data;
    this.step = step;
    this.count = ModelProgram.counter("t." + phase.name());
    this.optimiser = options.optimiser(phase);
    this.clip = options.clip();
    this.mayMove = new LinkedHashSet<>(vars);
    if (!phase.moves().isEmpty()) {
      mayMove.retainAll(phase.moves());
    }
    Tracer training = new Tracer(true, step);
    functions.add(train(training, lastOfTurn));
    Tracer evaluation = new Tracer(false, step);
    Terms terms = phase.loss().of(evaluation, batch(evaluation));
    functions.add(loss(evaluation, terms));
    if (phase.begin() != null) {
      functions.add(begin());
    }
    this.program =
        new PhaseProgram(
            phase.name(),
            phase.turn(),
            phase.labelled(),
            optimiser.rate(),
            phase.schedule(),
            training.schedules(),
            phase.begin() != null,
            terms.list().stream().map(Terms.Term::name).toList());
  }

  List<Function> functions() {
    return functions;
  }

  /** Returns counter and optimiser slots of this phase. */
  List<Var> state() {
    List<Var> state = new ArrayList<>(slots.values());
    state.add(count);
    return state;
  }

  /** Returns the parameters that gradients move. */
  Set<Var> moved() {
    return moved;
  }

  PhaseProgram program() {
    return program;
  }

  private Batch batch(Tracer o) {
    Value x = Rows.input(o, data);
    return new Batch(x, phase.labelled() ? o.input("label", Type.index(Shape.rows())) : null);
  }

  private Function train(Tracer o, boolean lastOfTurn) {
    Terms terms = phase.loss().of(o, batch(o));
    o.keepWrites(mayMove);
    Map<String, Value> outputs = new LinkedHashMap<>();
    Value total = null;
    for (Terms.Term term : terms.list()) {
      Value mean = mean(o, term);
      outputs.put("term." + term.name(), mean);
      total = total == null ? mean : o.add(total, mean);
    }
    if (total == null) {
      throw new IllegalStateException("phase '" + phase.name() + "' has a loss without terms");
    }
    outputs.put("loss", total);
    update(o, total);
    Value one = o.apply(new Leaf.Literal(1, Kind.STEP));
    if (lastOfTurn) {
      o.write(step, o.apply(Binary.ADD, step, one));
    }
    return o.function("train." + phase.name(), outputs);
  }

  private void update(Tracer o, Value total) {
    List<Var> parameters =
        mayMove.stream().filter(v -> v.parameter() && o.depends(total, v)).toList();
    moved.addAll(parameters);
    List<Value> gradients = clipped(o, o.gradient(total, parameters));
    Value one = o.apply(new Leaf.Literal(1, Kind.STEP));
    Value t = o.apply(Binary.ADD, count, one);
    Value rate = o.input("rate", Type.real(Shape.scalar()));
    for (int i = 0; i < parameters.size(); i++) {
      Var parameter = parameters.get(i);
      optimiser.update(o, name -> slot(parameter, name), parameter, gradients.get(i), t, rate);
    }
    o.write(count, t);
  }

  private List<Value> clipped(Tracer o, List<Value> gradients) {
    if (clip == 0 || gradients.isEmpty()) {
      return gradients;
    }
    Value squares = o.constant(0);
    for (Value g : gradients) {
      squares = o.add(squares, o.sumAll(o.square(g)));
    }
    Value norm = o.sqrt(squares);
    Value scale = o.div(o.constant(clip), o.max(norm, clip));
    return gradients.stream().map(g -> o.mul(g, scale)).toList();
  }

  private Var slot(Var parameter, String name) {
    return slots.computeIfAbsent(
        phase.name() + "/" + parameter.name() + "/" + name,
        path -> new Var(path, parameter.type(), Init.zeros(), false));
  }

  private Function loss(Tracer o, Terms terms) {
    o.keepWrites(Set.of());
    Map<String, Value> outputs = new LinkedHashMap<>();
    for (Terms.Term term : terms.list()) {
      outputs.put("term." + term.name(), term.value());
      Value weights = term.weights();
      if (weights != null) {
        outputs.put("weight." + term.name(), weights);
      }
    }
    return o.function("loss." + phase.name(), outputs);
  }

  private Function begin() {
    Tracer o = new Tracer(true, step);
    if (phase.begin() != null) {
      phase.begin().accept(o);
    }
    return o.function("begin." + phase.name(), Map.of());
  }

  /** The mean over the rows of the whole batch, weighted or not; a scalar as it is. */
  private static Value mean(Tracer o, Terms.Term term) {
    Value weights = term.weights();
    if (weights != null) {
      Value sum = o.sumAll(weights);
      Value one = o.constant(1);
      Value divisor = o.where(o.equal(sum, o.constant(0)), one, sum);
      return o.div(o.sumAll(o.mul(weights, term.value())), divisor);
    }
    return term.value().shape().rank() == 0 ? term.value() : o.meanRows(term.value());
  }
}
