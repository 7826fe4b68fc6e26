package io.ae.core.train;

import io.ae.api.graph.Function;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.core.data.Dataset;
import io.ae.core.trace.PhaseProgram;
import java.util.List;

/** Tells what training will take, by a few steps on a model that is thrown away afterwards. */
public final class DryRun {
  private static final int WARM_UP = 3;
  private static final int STEPS = 30;
  private static final long LONGEST = 2_000_000_000L;

  private DryRun() {}

  /**
   * Measures a few steps of each turn.
   *
   * @param request its model's state is spoilt, nothing is written, no listener is told
   */
  public static Estimate measure(TrainRequest request) {
    TrainConfig config = request.config();
    try (Feeds feeds = Feeds.of(request.rows(), request.scaling(), config)) {
      long batches = (feeds.train().rows() + config.batch() - 1) / config.batch();
      long steps = 0;
      double seconds = 0;
      for (TurnRun.Turn turn : TurnRun.Turn.of(request.program(), config)) {
        long own = turn.epochs() * batches;
        steps += own;
        seconds += own * secondsPerStep(turn, request, feeds);
      }
      return new Estimate(
          parameters(request),
          stateBytes(request),
          dataBytes(request, config),
          batchBytes(request, (int) Math.min(config.batch(), feeds.train().rows())),
          steps,
          steps == 0 ? 0 : seconds / steps,
          seconds);
    }
  }

  private static double secondsPerStep(TurnRun.Turn turn, TrainRequest request, Feeds feeds) {
    Advice advice = new Advice(null);
    try (TurnRun run = new TurnRun(turn, request, feeds)) {
      run.begin();
      Feed rows = feeds.train();
      rows.start(1, true);
      long began = System.nanoTime();
      int measured = 0;
      for (int i = 0; i < WARM_UP + STEPS && System.nanoTime() - began < LONGEST; i++) {
        int n = rows.next(run.batch());
        if (n == 0) {
          rows.start(1, true);
          n = rows.next(run.batch());
        }
        if (i == WARM_UP) {
          began = System.nanoTime();
        }
        run.step(n, 0, i, WARM_UP + STEPS, advice);
        measured = Math.max(1, i + 1 - WARM_UP);
      }
      return (System.nanoTime() - began) * 1e-9 / measured;
    }
  }

  private static long parameters(TrainRequest request) {
    return request.program().network().stream()
        .filter(Var::parameter)
        .mapToLong(v -> v.shape().elements())
        .sum();
  }

  private static long stateBytes(TrainRequest request) {
    return request.program().program().state().stream()
        .mapToLong(v -> v.shape().elements() * request.model().type(v.name()).bytes())
        .sum();
  }

  private static long dataBytes(TrainRequest request, TrainConfig config) {
    long width = request.rows().spec().features() * (long) Float.BYTES;
    return width * (request.rows() instanceof Dataset d ? d.size() : config.window());
  }

  private static long batchBytes(TrainRequest request, int batch) {
    List<PhaseProgram> phases = request.program().phases();
    long most = 0;
    for (PhaseProgram phase : phases) {
      Function f = request.program().program().function("train." + phase.name());
      long bytes = 0;
      for (Value v : f.nodes()) {
        boolean sparse = v.kind() == Kind.SPARSE;
        bytes += sparse ? 0 : Float.BYTES * v.shape().elements(batch, batch);
      }
      most = Math.max(most, bytes);
    }
    return most;
  }
}
