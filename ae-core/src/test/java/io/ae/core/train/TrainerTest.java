package io.ae.core.train;

import static io.ae.core.data.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.data.Cursor;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import io.ae.api.graph.DType;
import io.ae.api.graph.Schedule;
import io.ae.api.graph.Shape;
import io.ae.api.model.Optimiser;
import io.ae.api.model.Phase;
import io.ae.api.model.Terms;
import io.ae.core.data.Dataset;
import io.ae.core.data.Scaling;
import io.ae.core.file.read.EpochLog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TrainerTest {
  private static final Optimiser STEP = Optimiser.sgd(1, 0);

  @Test
  void theLossFallsAndTheHistoryTells() {
    try (Trial trial = Trial.denoising(Trial.epochs(20))) {
      History history = trial.train(Trial.rows(10));

      assertThat(history.end()).isEqualTo(History.End.DONE);
      assertThat(history.epochs())
          .extracting(EpochLog::phase)
          .containsSubsequence("both", "decoder");
      assertThat(history.epochs()).hasSize(40);
      EpochLog first = history.epochs().get(0);
      assertThat(first.epoch()).isEqualTo(1);
      assertThat(first.terms().keySet()).containsExactly("error", "decay");
      assertThat(first.loss())
          .isCloseTo(first.terms().values().stream().mapToDouble(x -> x).sum(), within(1e-5));
      assertThat(history.epochs().get(39).loss()).isLessThan(first.loss() / 3);
      assertThat(history.steps()).isEqualTo(2 * 20 * 3);
    }
  }

  @Test
  void aPhaseBeginsOnceAndTailBatchesCountTheirRows() {
    try (Trial trial = Trial.denoising(Trial.epochs(3))) {
      trial.train(Trial.rows(10));

      assertThat(trial.scalar("seen")).isEqualTo(1000 + 3 * 10);
      assertThat(trial.scalar("t.both")).isEqualTo(9);
      assertThat(trial.scalar("step")).isEqualTo(18);
    }
  }

  @Test
  void theSameSeedGivesTheSameNumbersAndAnotherOthers() {
    try (Trial one = Trial.denoising(Trial.epochs(2));
        Trial two = Trial.denoising(Trial.epochs(2));
        Trial other = Trial.denoising(Trial.epochs(2).withSeed(43))) {
      one.train(Trial.rows(10));
      two.train(Trial.rows(10));
      other.train(Trial.rows(10));

      assertThat(one.state()).isEqualTo(two.state()).isNotEqualTo(other.state());
    }
  }

  @Test
  void theRateFollowsItsSchedule() {
    TrainConfig config =
        new TrainConfig(5, 2, .5, null, null, 0, 0, 0, true, 42, 16, true, List.of());
    Function<Scripted, List<Phase>> phases =
        s -> List.of(Phase.of("train", s.scalar((o, p) -> p), STEP).with(Schedule.linearDecay(0)));
    try (Trial trial = scripted(phases, config)) {
      trial.train(Trial.rows(4));

      double sum = 0;
      for (int step = 0; step < 10; step++) {
        sum += .5 * (1 - step / 10.0);
      }
      assertThat(trial.scalar("p")).isCloseTo(-sum, within(1e-6));
    }
  }

  @Test
  void scheduledScalarsAreFed() {
    Function<Scripted, List<Phase>> phases =
        s ->
            List.of(
                Phase.of(
                    "train",
                    (o, in) ->
                        Terms.of("free", o.mul(o.read(s.p), 0))
                            .and("warm", o.scheduled("kl", new Schedule.Linear(0, 1, 0, 1))),
                    STEP));
    try (Trial trial = scripted(phases, Trial.epochs(4))) {
      List<EpochLog> epochs = trial.train(Trial.rows(4)).epochs();

      assertThat(epochs).extracting(e -> e.terms().get("warm")).containsExactly(0., .25, .5, .75);
    }
  }

  @Test
  void settingsOfOnePhaseAreItsOwn() {
    TrainConfig config =
        new TrainConfig(
            2,
            4,
            null,
            null,
            null,
            0,
            0,
            0,
            true,
            42,
            16,
            true,
            List.of(new PhaseConfig(), new PhaseConfig(null, 5, .25, null, null)));
    Function<Scripted, List<Phase>> phases =
        s ->
            List.of(
                Phase.of("down", s.scalar((o, p) -> p), STEP),
                Phase.of("up", s.scalar((o, p) -> o.neg(p)), STEP).inTurn(1));
    try (Trial trial = scripted(phases, config)) {
      assertThat(trial.train(Trial.rows(4)).epochs()).hasSize(7);
      assertThat(trial.scalar("p")).isEqualTo(-2 + 5 * .25);
    }
  }

  @Test
  void phasesOfOneTurnAlternateWithinAStep() {
    Function<Scripted, List<Phase>> phases =
        s ->
            List.of(
                Phase.of("down", s.scalar((o, p) -> p), STEP),
                Phase.of("double", s.scalar((o, p) -> o.mul(o.square(p), -.5)), STEP));
    try (Trial trial = scripted(phases, Trial.epochs(3))) {
      History history = trial.train(Trial.rows(4));

      // p ← 2 (p − 1), three times from 0.
      assertThat(trial.scalar("p")).isEqualTo(-14);
      assertThat(trial.scalar("step")).isEqualTo(3);
      assertThat(history.steps()).isEqualTo(3);
    }
  }

  @Test
  void earlyStoppingKeepsTheBestWeights() {
    try (Trial trial = earlyStopped()) {
      History history = trial.train(Trial.rows(5));

      assertThat(history.end()).isEqualTo(History.End.EARLY);
      assertThat(history.epochs())
          .extracting(EpochLog::validationLoss)
          .containsExactly(4., 1., 0., 1., 4.);
      assertThat(trial.scalar("p")).isEqualTo(3);
    }
  }

  @Test
  void aLossThatIsNotFiniteStopsTheRun() {
    Function<Scripted, List<Phase>> phases =
        s -> List.of(Phase.of("train", s.scalar((o, p) -> o.log(o.add(p, 1))), STEP));
    try (Trial trial = scripted(phases, Trial.epochs(9))) {
      assertRefused(
          () -> trial.train(Trial.rows(4)),
          "AE-T010 training stopped at step 2 of phase 'train': the loss is -Infinity. No"
              + " checkpoint was written before. Try a lower rate than 1.0 (--set"
              + " train.rate=0.1), clipped gradients (--set train.clip=1), or scaled data.");
    }
  }

  @Test
  void labelsAreWantedByName() {
    try (Trial trial = scripted(s -> List.of(labelled(s)), Trial.epochs(1))) {
      assertRefused(
          () -> trial.train(Trial.rows(4)),
          "AE-T005 phase 'classify' of this model learns from labels, and rows has none. Name the"
              + " column with label=… in the data's selector, or take a model that needs no"
              + " labels.");
    }
  }

  @Test
  void labelsAreFed() {
    DataSpec spec = new DataSpec(Shape.of(1), List.of(), 0, 1, 1, 3, List.of("a", "b", "c"));
    Dataset rows = Dataset.of("rows", spec, new float[5], new int[] {0, 2, -1, 1, 2});
    try (Trial trial =
        new Trial(v -> new Scripted(v, s -> List.of(labelled(s))), spec, Trial.epochs(1))) {
      assertThat(trial.train(rows).epochs().get(0).loss()).isEqualTo(4 / 5.0);
    }
  }

  @Test
  void noRows() {
    Dataset none = Dataset.of("empty.csv", DataSpec.vectors(6), new float[0], new int[0]);
    try (Trial trial = Trial.denoising(Trial.epochs(1))) {
      assertRefused(
          () -> trial.train(none),
          "AE-T004 empty.csv: training needs at least one row, found none. Check the data's"
              + " selector.");
    }
  }

  @Test
  void aPhaseThatTheModelLacks() {
    TrainConfig config =
        new TrainConfig(
            1,
            4,
            null,
            null,
            null,
            0,
            0,
            0,
            true,
            42,
            16,
            true,
            List.of(new PhaseConfig("decodr", 1, null, null, null)));
    assertRefused(
        () -> Trial.denoising(config).close(),
        "AE-T002 train.phases[0]: this model has no phase 'decodr'; its phases are [both,"
            + " decoder]. Remove the entry or name one of these.");
  }

  @Test
  void patienceWithoutValidation() {
    assertRefused(
        () -> new TrainConfig(1, 4, null, null, null, 0, 0, 3, true, 42, 16, true, List.of()),
        "AE-T001 patience 3 needs rows to validate, and validation is 0. Set validation to a share"
            + " of the rows such as 0.1, or patience to 0.");
  }

  @Test
  void aStreamIsTrainedOnAsRowsInMemoryAre() {
    Dataset rows = Trial.rows(100);
    try (Trial memory = Trial.denoising(Trial.validated(5, 0));
        Trial stream = Trial.denoising(Trial.validated(5, 0));
        Trial again = Trial.denoising(Trial.validated(5, 0))) {
      History inMemory = memory.train(rows);
      History streamed = stream.train(streamed(rows));
      again.train(streamed(rows));

      assertThat(streamed.epochs().get(4).loss())
          .isCloseTo(inMemory.epochs().get(4).loss(), within(.1));
      assertThat(streamed.epochs().get(4).validationLoss()).isNotNull();
      assertThat(stream.state()).isEqualTo(again.state());
    }
  }

  @Test
  void rowsAreScaledAsTheyAreFed() {
    Dataset rows = Trial.rows(20);
    Scaling scaling = Scaling.learn(Scaling.Kind.STANDARD, rows);
    float[] values = rows.values().clone();
    scaling.apply(values, rows.size());
    Dataset scaled = Dataset.of("rows", scaling.scaled(rows.spec()), values, rows.labels());
    try (Trial one = Trial.denoising(Trial.epochs(2));
        Trial two = Trial.denoising(Trial.epochs(2))) {
      new Trainer().train(one.request(rows).with(scaling));
      two.train(scaled);

      assertThat(one.state()).isEqualTo(two.state());
    }
  }

  @Test
  void doublePrecisionIsFed() {
    try (Trial narrow = Trial.denoising(Trial.epochs(3));
        Trial wide =
            new Trial(Denoising::new, DataSpec.vectors(Trial.WIDTH), Trial.epochs(3), DType.F64)) {
      double loss = narrow.train(Trial.rows(10)).epochs().get(5).loss();

      assertThat(wide.train(Trial.rows(10)).epochs().get(5).loss()).isCloseTo(loss, within(1e-4));
    }
  }

  @Test
  void listenersHearOfEverything() {
    List<String> heard = new ArrayList<>();
    TrainListener listener =
        new TrainListener() {
          @Override
          public void onStart(Plan plan) {
            heard.add(plan.phases() + " " + plan.steps() + " " + plan.rows());
          }

          @Override
          public void onEpoch(EpochLog epoch) {
            heard.add(epoch.phase() + epoch.epoch());
          }

          @Override
          public void onEnd(History history) {
            heard.add("end");
          }
        };
    try (Trial trial = Trial.denoising(Trial.epochs(2))) {
      new Trainer().train(trial.request(Trial.rows(10)).with(List.of(listener)));

      assertThat(heard)
          .containsExactly(
              "[both, decoder] 12 10", "both1", "both2", "decoder1", "decoder2", "end");
    }
  }

  @Test
  void aDryRunEstimates() {
    try (Trial trial = Trial.denoising(Trial.epochs(7))) {
      Estimate estimate = DryRun.measure(trial.request(Trial.rows(10)));

      assertThat(estimate.parameters()).isEqualTo(6 * 2 + 2 + 2 * 6 + 6);
      assertThat(estimate.steps()).isEqualTo(2 * 7 * 3);
      assertThat(estimate.seconds()).isPositive();
      assertThat(estimate.stateBytes()).isGreaterThan(estimate.parameters() * 4);
      assertThat(estimate.batchBytes()).isPositive();
      assertThat(estimate.dataBytes()).isEqualTo(10 * 6 * 4);
    }
  }

  /** Training adds 1 to p at each step; validation wants 3. */
  static Trial earlyStopped() {
    return scripted(
        s ->
            List.of(
                Phase.of(
                    "train",
                    s.scalar((o, p) -> o.training() ? o.neg(p) : o.square(o.sub(p, 3))),
                    STEP)),
        Trial.validated(50, 2));
  }

  private static Phase labelled(Scripted s) {
    return Phase.of(
            "classify",
            (o, in) -> {
              io.ae.api.graph.Value label = in.label();
              if (label == null) {
                throw new IllegalStateException("a labelled phase sees labels");
              }
              return Terms.of("known", o.sumFeatures(o.oneHot(label, 3))) // [B]
                  .and("free", o.mul(o.read(s.p), 0));
            },
            STEP)
        .withLabels();
  }

  private static Trial scripted(Function<Scripted, List<Phase>> phases, TrainConfig config) {
    return new Trial(v -> new Scripted(v, phases), DataSpec.vectors(Trial.WIDTH), config);
  }

  /** The same rows, but not as a {@link Dataset}. */
  static Source streamed(Dataset rows) {
    return new Source() {
      @Override
      public DataSpec spec() {
        return rows.spec();
      }

      @Override
      public long rows() {
        return -1;
      }

      @Override
      public Cursor open() {
        return rows.open();
      }
    };
  }
}
