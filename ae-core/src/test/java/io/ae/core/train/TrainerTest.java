package io.ae.core.train;

import static io.ae.core.data.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.data.DataSpec;
import io.ae.api.graph.Schedule;
import io.ae.api.model.Optimiser;
import io.ae.api.model.Phase;
import io.ae.api.model.Terms;
import io.ae.core.data.Dataset;
import io.ae.core.file.read.EpochLog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TrainerTest {
  static final Optimiser STEP = Optimiser.sgd(1, 0);

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
        new TrainConfig(
            5, 2, .5, null, null, 0, 0, 0, true, 42, Precision.FLOAT32, 16, true, List.of());
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
            Precision.FLOAT32,
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
            Precision.FLOAT32,
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
        () ->
            new TrainConfig(
                1, 4, null, null, null, 0, 0, 3, true, 42, Precision.FLOAT32, 16, true, List.of()),
        "AE-T001 patience 3 needs rows to validate, and validation is 0. Set validation to a share"
            + " of the rows such as 0.1, or patience to 0.");
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

  static Trial scripted(Function<Scripted, List<Phase>> phases, TrainConfig config) {
    return new Trial(v -> new Scripted(v, phases), DataSpec.vectors(Trial.WIDTH), config);
  }
}
