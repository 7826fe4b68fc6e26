package io.ae.core.train;

import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.Function;
import io.ae.api.graph.Schedule;
import io.ae.api.graph.Value;
import io.ae.core.trace.PhaseProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The loss of a phase on rows it does not learn from, without corruption or dropout. */
final class Validation implements AutoCloseable {
  private final PhaseProgram phase;
  private final Session session;
  private final SessionInputs inputs;
  private final List<Term> terms = new ArrayList<>();

  Validation(PhaseProgram phase, CompiledModel model, PhaseRun.Sizes sizes) {
    this.phase = phase;
    String name = "loss." + phase.name();
    Function function = model.program().function(name);
    this.session = model.session(name, sizes.batch(), sizes.nonZeros());
    this.inputs = new SessionInputs(session, function, sizes.width());
    for (String term : phase.terms()) {
      terms.add(new Term(session, function, term));
    }
  }

  /**
   * Returns the sum of the terms' means over every row of the feed.
   *
   * @param step of the phase, for scalars that follow a schedule
   * @param steps of the phase
   */
  double loss(Feed rows, long step, long steps) {
    for (Map.Entry<String, Schedule> s : phase.scheduled().entrySet()) {
      inputs.scalar(s.getKey(), s.getValue().at(Math.min(step, steps - 1), steps));
    }
    terms.forEach(Term::clear);
    rows.start(Feed.AS_THEY_ARE, false);
    long first = 0;
    for (int n; (n = rows.next(inputs)) > 0; first += n) {
      session.run(n, first);
      for (Term term : terms) {
        term.add(n);
      }
    }
    double loss = 0;
    for (Term term : terms) {
      loss += term.mean();
    }
    return loss;
  }

  @Override
  public void close() {
    session.close();
  }

  /** One term: {@code [B]} is averaged over all rows by weight, {@code []} over batches by rows. */
  private static final class Term {
    private final Reals values;
    private final Reals weights;
    private final boolean byRow;
    private final boolean weighted;
    private double sum;
    private double weight;

    Term(Session session, Function function, String name) {
      Value value = function.outputs().get("term." + name);
      this.byRow = value != null && value.shape().batched();
      this.weighted = function.outputs().containsKey("weight." + name);
      this.values = Reals.output(session, "term." + name);
      this.weights = weighted ? Reals.output(session, "weight." + name) : values;
    }

    void clear() {
      sum = 0;
      weight = 0;
    }

    void add(int rows) {
      if (!byRow) {
        sum += values.get(0) * rows;
        weight += rows;
        return;
      }
      for (int i = 0; i < rows; i++) {
        double w = weighted ? weights.get(i) : 1;
        sum += w * values.get(i);
        weight += w;
      }
    }

    double mean() {
      return weight == 0 ? 0 : sum / weight;
    }
  }
}
