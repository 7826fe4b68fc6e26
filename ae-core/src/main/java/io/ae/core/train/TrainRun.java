package io.ae.core.train;

import io.ae.api.graph.Program;
import io.ae.api.graph.Var;
import io.ae.core.file.InferenceProgram;
import io.ae.core.file.ModelFileWriter;
import io.ae.core.file.read.EpochLog;
import io.ae.core.file.read.ModelFile;
import io.ae.core.file.read.ModelMetadata;
import io.ae.core.file.read.Provenance;
import io.ae.core.file.read.Tensor;
import io.ae.core.file.read.TrainingState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of training, from its first turn or a checkpoint to its end. */
final class TrainRun implements AutoCloseable {
  private final TrainRequest request;
  private final TrainConfig config;
  private final Feeds feeds;
  private final List<TurnRun.Turn> turns;
  private final long batches;
  private final List<EpochLog> epochs = new ArrayList<>();
  private final Advice advice;
  private final long started = System.nanoTime();
  private double secondsBefore;
  private double trained;
  private TrainingState.Position position = position(0, 0);
  private TrainingState.@Nullable Best best;
  private Map<String, Tensor> bestState = Map.of();
  private long steps;
  private boolean early;

  TrainRun(TrainRequest request) {
    this.request = request;
    this.config = request.config();
    this.turns = TurnRun.Turn.of(request.program(), config);
    this.feeds = Feeds.of(request.rows(), request.scaling(), config);
    this.batches = (feeds.train().rows() + config.batch() - 1) / config.batch();
    Checkpoints checkpoints = request.checkpoints();
    this.advice = new Advice(checkpoints == null ? null : checkpoints.file());
  }

  void restore(ModelFile checkpoint) {
    TrainingState state = checkpoint.training();
    if (state == null) {
      throw new IllegalArgumentException("no checkpoint");
    }
    checkpoint.writeTo(request.model());
    Snapshot.restore(request.model(), state.state());
    epochs.addAll(checkpoint.metadata().provenance().history());
    secondsBefore = checkpoint.metadata().provenance().trainSeconds();
    position = state.position();
    best = state.best();
    bestState = state.bestState();
    if (best != null && bestState.isEmpty() && config.keepBest()) {
      bestState = Snapshot.of(request.model(), request.program().network());
    }
    advice.wrote();
  }

  History go() {
    TrainListener.Plan plan = plan();
    request.listeners().forEach(l -> l.onStart(plan));
    boolean done = true;
    for (int i = position.turn(); done && i < turns.size(); i++) {
      try (TurnRun turn = new TurnRun(turns.get(i), request, feeds)) {
        done = run(turn, turns.get(i), i);
      }
    }
    History.End end = !done ? History.End.CANCELLED : early ? History.End.EARLY : History.End.DONE;
    Feeding feeding = new Feeding(rows().waitedNanos() * 1e-9, trained);
    History history = new History(epochs, end, steps, seconds(), feeding);
    request.listeners().forEach(l -> l.onEnd(history));
    return history;
  }

  /** Returns whether the turn was done; false if it was cancelled. */
  private boolean run(TurnRun run, TurnRun.Turn turn, int index) {
    while (position.epoch() < turn.epochs() && !exhausted()) {
      if (!new EpochRun(request, run, turn, batches, advice).go(this)) {
        save(run);
        return false;
      }
      finishEpoch(run, turn);
      save(run);
    }
    early |= position.epoch() < turn.epochs();
    if (best != null && config.keepBest() && best.epoch() != position.epoch() - 1) {
      Snapshot.restore(request.model(), bestState);
    }
    best = null;
    bestState = Map.of();
    position = position(index + 1, 0);
    return true;
  }

  private boolean exhausted() {
    return config.patience() > 0
        && best != null
        && position.epoch() - 1 - best.epoch() >= config.patience();
  }

  private void finishEpoch(TurnRun run, TurnRun.Turn turn) {
    int epoch = position.epoch();
    long count = rows().rows();
    double inEpoch = position.seconds();
    long before = System.nanoTime();
    double sum = 0;
    List<EpochLog> logs = new ArrayList<>();
    for (int i = 0; i < run.phases().size(); i++) {
      PhaseRun p = run.phases().get(i);
      Double validated =
          run.validate(i, feeds.validation(), (epoch + 1) * batches, turn.epochs() * batches);
      sum += validated == null ? 0 : validated;
      double took = inEpoch + (System.nanoTime() - before) * 1e-9;
      logs.add(
          new EpochLog(
              p.phase().name(),
              epoch + 1,
              p.meanLoss(count),
              p.meanTerms(count),
              validated,
              took,
              count / Math.max(inEpoch, 1e-9)));
    }
    run.clearSums();
    epochs.addAll(logs);
    if (feeds.validation() != null) {
      keepIfBest(run, sum, epoch);
    }
    position = position(position.turn(), epoch + 1);
    logs.forEach(log -> request.listeners().forEach(l -> l.onEpoch(log)));
  }

  private void keepIfBest(TurnRun run, double loss, int epoch) {
    if (!Double.isFinite(loss)) {
      throw advice
          .at("after epoch " + (epoch + 1) + " of phase '" + run.name() + "'", rate(run))
          .notFinite("the validation loss is " + loss);
    }
    if (best == null || loss < best.loss()) {
      best = new TrainingState.Best(loss, epoch);
      if (config.keepBest()) {
        bestState = Snapshot.of(request.model(), request.program().network());
      }
    }
  }

  private static double rate(TurnRun run) {
    return run.phases().get(0).rate();
  }

  /** Writes a checkpoint, if checkpoints are wanted. */
  private void save(TurnRun run) {
    Checkpoints checkpoints = request.checkpoints();
    if (checkpoints == null) {
      return;
    }
    Program program = InferenceProgram.of(request.program().program(), request.program().network());
    List<Var> rest = new ArrayList<>(request.program().program().state());
    rest.removeAll(program.state());
    Map<String, Tensor> weights = Snapshot.of(request.model(), program.state());
    Snapshot.refuseNotFinite(
        program.state(), weights, advice.at("after " + steps + " steps of this run", rate(run)));
    boolean present = best == null || bestIsPresent();
    TrainingState training =
        new TrainingState(
            position, best, Snapshot.of(request.model(), rest), present ? Map.of() : bestState);
    ModelMetadata metadata = checkpoints.metadata().get();
    Provenance provenance = metadata.provenance().withHistory(epochs, seconds());
    ModelFileWriter.write(
        checkpoints.file(), new ModelFile(metadata.with(provenance), program, weights, training));
    advice.wrote();
    request.listeners().forEach(l -> l.onCheckpoint(checkpoints.file()));
  }

  private boolean bestIsPresent() {
    return best != null && position.batch() == 0 && best.epoch() == position.epoch() - 1;
  }

  private TrainListener.Plan plan() {
    long all = 0;
    long done = 0;
    for (int i = 0; i < turns.size(); i++) {
      long own = turns.get(i).epochs() * batches;
      all += own;
      done +=
          i < position.turn()
              ? own
              : i == position.turn() ? position.epoch() * batches + position.batch() : 0;
    }
    Feed kept = feeds.validation();
    return new TrainListener.Plan(
        request.program().phases().stream().map(p -> p.name()).toList(),
        all,
        done,
        rows().rows(),
        kept == null ? 0 : kept.rows(),
        config.batch());
  }

  TrainingState.Position position() {
    return position;
  }

  Feed rows() {
    return feeds.train();
  }

  /** Steps of the turns before the present one, in the plan's count. */
  long stepsBefore() {
    long before = 0;
    for (int i = 0; i < position.turn(); i++) {
      before += turns.get(i).epochs() * batches;
    }
    return before;
  }

  /**
   * Notes how far an epoch has come.
   *
   * @param batch the next one
   * @param seconds of training since the position was noted last
   * @param more steps since then
   */
  void reached(int batch, double seconds, Map<String, Double> sums, long more) {
    double all = position.seconds() + seconds;
    position = new TrainingState.Position(position.turn(), position.epoch(), batch, all, sums);
    trained += seconds;
    steps += more;
  }

  private double seconds() {
    return secondsBefore + (System.nanoTime() - started) * 1e-9;
  }

  private static TrainingState.Position position(int turn, int epoch) {
    return new TrainingState.Position(turn, epoch, 0, 0, new LinkedHashMap<>());
  }

  @Override
  public void close() {
    feeds.close();
  }
}
