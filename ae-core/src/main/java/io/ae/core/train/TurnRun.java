package io.ae.core.train;

import io.ae.core.trace.ModelProgram;
import io.ae.core.trace.PhaseProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The phases of one turn: they alternate within a step and see the same rows. */
final class TurnRun implements AutoCloseable {
  private final List<PhaseRun> phases = new ArrayList<>();
  private final List<Validation> validations = new ArrayList<>();
  private final BatchTarget batch;
  private final String name;

  TurnRun(Turn turn, TrainRequest request, Feeds feeds) {
    this.name = turn.name();
    int width = request.rows().spec().features();
    boolean sparse = request.scaling().scaled(request.rows().spec()).sparse();
    Feed rows = feeds.train();
    PhaseRun.Sizes sizes = sizes(rows, request, sparse, width);
    BatchRows held = rows.holds() ? new BatchRows(sizes.batch()) : null;
    List<String> names = request.program().phases().stream().map(PhaseProgram::name).toList();
    for (PhaseProgram phase : turn.phases()) {
      double rate = request.config().rate(names, phase);
      phases.add(
          new PhaseRun(
              phase, rate, request.config().schedule(names, phase), request.model(), sizes, held));
      Feed kept = feeds.validation();
      if (kept != null) {
        PhaseRun.Sizes keptSizes = sizes(kept, request, sparse, width);
        validations.add(new Validation(phase, request.model(), keptSizes));
      }
    }
    batch = held != null ? held : all(phases);
  }

  /**
   * What a turn does.
   *
   * @param phases of equal turn
   * @param epochs of all of them: the most that one of them asks for
   */
  record Turn(List<PhaseProgram> phases, int epochs) {
    /** Returns the turns of a program. */
    static List<Turn> of(ModelProgram program, TrainConfig config) {
      List<String> names = program.phases().stream().map(PhaseProgram::name).toList();
      config.refuseUnknown(names);
      List<Turn> turns = new ArrayList<>();
      for (int i = 0, j; i < names.size(); i = j) {
        int turn = program.phases().get(i).turn();
        int epochs = 0;
        for (j = i; j < names.size() && program.phases().get(j).turn() == turn; j++) {
          epochs = Math.max(epochs, config.epochs(names, names.get(j)));
        }
        turns.add(new Turn(program.phases().subList(i, j), epochs));
      }
      return turns;
    }

    String name() {
      return String.join("+", phases.stream().map(PhaseProgram::name).toList());
    }
  }

  String name() {
    return name;
  }

  List<PhaseRun> phases() {
    return phases;
  }

  /** Returns what takes the rows of the next step. */
  BatchTarget batch() {
    return batch;
  }

  void begin() {
    phases.forEach(PhaseRun::begin);
  }

  /** Runs one step of each phase and returns the sum of their losses. */
  double step(int rows, long firstRow, long step, long steps, Advice advice) {
    double sum = 0;
    for (int i = 0; i < phases.size(); i++) {
      double loss = phases.get(i).step(rows, firstRow, step, steps);
      if (!Double.isFinite(loss)) {
        throw advice
            .at(
                "at step " + (step + 1) + " of phase '" + phases.get(i).phase().name() + "'",
                phases.get(i).rate())
            .notFinite("the loss is " + loss);
      }
      sum += loss;
    }
    return sum;
  }

  void clearSums() {
    phases.forEach(PhaseRun::clearSums);
  }

  void saveSums(Map<String, Double> into) {
    phases.forEach(p -> p.saveSums(into));
  }

  void restoreSums(Map<String, Double> from) {
    phases.forEach(p -> p.restoreSums(from));
  }

  /** Returns the validation loss of one of the phases, null without validation rows. */
  @Nullable Double validate(int phase, @Nullable Feed rows, long step, long steps) {
    return rows == null ? null : validations.get(phase).loss(rows, step, steps);
  }

  private static PhaseRun.Sizes sizes(Feed rows, TrainRequest request, boolean sparse, int width) {
    int batch = (int) Math.min(request.config().batch(), rows.rows());
    return new PhaseRun.Sizes(batch, sparse ? rows.nonZeros() : 0, width);
  }

  private static BatchTarget all(List<PhaseRun> phases) {
    BatchTarget[] targets = phases.stream().map(PhaseRun::inputs).toArray(BatchTarget[]::new);
    return (row, values, at, label) -> {
      for (BatchTarget t : targets) {
        t.put(row, values, at, label);
      }
    };
  }

  @Override
  public void close() {
    phases.forEach(PhaseRun::close);
    validations.forEach(Validation::close);
  }
}
