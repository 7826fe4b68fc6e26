package io.ae.core.train;

import static io.ae.core.data.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ae.api.data.Source;
import io.ae.core.file.ModelFileWriter;
import io.ae.core.file.read.EpochLog;
import io.ae.core.file.read.ModelFile;
import io.ae.core.file.read.ModelFileReader;
import io.ae.core.file.read.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An interrupted run comes to the same numbers as one that was not. */
class ResumeTest {
  private static final int ROWS = 10;

  /** Two phases of two epochs, each asked before each step and once more at its end. */
  private static int calls(boolean validated) {
    return 2 * 2 * (validated ? 3 : 4);
  }

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void cancelledBeforeAnyStep(boolean validated) {
    Whole whole = whole(validated);
    for (int call = 1; call <= calls(validated); call += validated ? 2 : 1) {
      Path file = folder.resolve("cancelled-" + call + ".ae");
      try (Trial trial = trial(validated)) {
        TrainRequest request = request(trial, file).with(after(call, false));
        assertThat(new Trainer().train(request).end()).isEqualTo(History.End.CANCELLED);
      }
      whole.assertReachedFrom(file, validated, "cancelled at call " + call);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void killedAtAnyStep(boolean validated) {
    Whole whole = whole(validated);
    for (int call = 1; call <= calls(validated); call += validated ? 2 : 1) {
      Path file = folder.resolve("killed-" + call + ".ae");
      try (Trial trial = trial(validated)) {
        TrainRequest request = request(trial, file).with(after(call, true));
        assertThatThrownBy(() -> new Trainer().train(request)).hasMessage("killed");
      }
      if (Files.exists(file)) {
        whole.assertReachedFrom(file, validated, "killed at call " + call);
      } else {
        assertThat(call)
            .as("before the first epoch was over")
            .isLessThanOrEqualTo(validated ? 3 : 4);
      }
    }
  }

  @Test
  void theBestWeightsSurviveTheBreak() {
    for (int call = 1; call <= 10; call++) {
      Path file = folder.resolve("best-" + call + ".ae");
      try (Trial cut = TrainerTest.earlyStopped();
          Trial resumed = TrainerTest.earlyStopped()) {
        Checkpoints checkpoints = cut.checkpoints(file);
        new Trainer().train(cut.request(Trial.rows(5)).with(checkpoints).with(after(call, false)));
        History history =
            new Trainer()
                .resume(
                    resumed.request(Trial.rows(5)).with(checkpoints),
                    ModelFileReader.read(file),
                    false);

        assertThat(history.epochs()).as("cancelled at call " + call).hasSize(5);
        assertThat(resumed.scalar("p")).as("cancelled at call " + call).isEqualTo(3);
      }
    }
  }

  @Test
  void aStreamIsResumedToTheSameNumbers() {
    Source rows = FeedingTest.streamed(Trial.rows(40));
    try (Trial whole = trial(true)) {
      whole.train(rows);
      for (int call = 1; call < 30; call += 4) {
        Path file = folder.resolve("stream-" + call + ".ae");
        try (Trial cut = trial(true);
            Trial resumed = trial(true)) {
          Checkpoints checkpoints = cut.checkpoints(file);
          new Trainer().train(cut.request(rows).with(checkpoints).with(after(call, false)));
          ModelFile checkpoint = ModelFileReader.read(file);
          new Trainer().resume(resumed.request(rows).with(checkpoints), checkpoint, false);

          assertThat(resumed.state()).as("cancelled at call " + call).isEqualTo(whole.state());
        }
      }
    }
  }

  @Test
  void aCheckpointIsAModelFileToo() {
    ModelFile checkpoint = checkpoint();
    assertThat(checkpoint.program().functions())
        .containsOnlyKeys("encode", "decode", "reconstruct", "score");
    assertThat(checkpoint.weights().keySet()).containsExactlyInAnyOrder("w", "b", "v", "c", "seen");
    assertThat(checkpoint.training()).isNotNull();
    assertThat(checkpoint.training().state().keySet())
        .contains("step", "t.both", "t.decoder", "both/w/m");
  }

  @Test
  void aRunStoppedEarlyIsNotTrainedOn() {
    Path file = folder.resolve("done.ae");
    TrainConfig config = Trial.validated(40, 1);
    try (Trial first = Trial.denoising(config);
        Trial second = Trial.denoising(config)) {
      History history = new Trainer().train(request(first, file));
      assertThat(history.end()).isEqualTo(History.End.EARLY);

      ModelFile checkpoint = ModelFileReader.read(file);
      History resumed = new Trainer().resume(request(second, file), checkpoint, false);

      assertThat(resumed.steps()).isZero();
      assertThat(resumed.end()).isEqualTo(History.End.EARLY);
      assertThat(second.state()).isEqualTo(first.state());
    }
  }

  @Test
  void aFailedRunNamesItsCheckpoint() {
    Path file = folder.resolve("c.ae");
    Path other = folder.resolve("n.ae");
    try (Trial trial = trial(false)) {
      TrainListener poison =
          new TrainListener() {
            @Override
            public void onCheckpoint(Path written) {
              Tensor w = trial.state().get("w");
              if (w != null) {
                w.bytes().putFloat(0, Float.NaN);
                w.writeTo(trial.model, "w");
              }
            }
          };
      assertThatThrownBy(() -> new Trainer().train(request(trial, file).with(List.of(poison))))
          .hasMessageStartingWith("training stopped at step 4 of phase 'both': the loss is NaN.")
          .hasMessageContaining("The last good checkpoint is '" + file + "'.");
    }
    assertThat(ModelFileReader.read(file).metadata().provenance().history()).hasSize(1);
    assertThat(other).doesNotExist();
  }

  @Test
  void anotherConfigIsRefused() {
    ModelFile checkpoint = checkpoint();
    try (Trial trial = trial(false)) {
      Checkpoints other =
          trial.checkpoints(folder.resolve("c.ae"), "{\"epochs\":9,\"batch\":4}", 1);
      assertRefused(
          () -> new Trainer().resume(trial.request(Trial.rows(ROWS)).with(other), checkpoint, true),
          "AE-T021 the checkpoint belongs to another run: epochs was 3, is 9; batch was not set, is"
              + " 4. Resume with the run's own settings, or start anew with --from.");
    }
  }

  @Test
  void anotherNumberOfThreadsIsRefusedUnlessAccepted() {
    ModelFile checkpoint = checkpoint();
    try (Trial trial = trial(false)) {
      Checkpoints other = trial.checkpoints(folder.resolve("c.ae"), "{\"epochs\":3}", 2);
      TrainRequest request = trial.request(Trial.rows(ROWS)).with(other);
      assertRefused(
          () -> new Trainer().resume(request, checkpoint, false),
          "AE-T022 the checkpoint would not give the same numbers: threads was 1, is 2. Resume as"
              + " it was begun, or accept numbers that differ by rounding: --accept-rounding.");
      assertThat(new Trainer().resume(request, checkpoint, true).end()).isEqualTo(History.End.DONE);
    }
  }

  @Test
  void aFinishedModelIsRefused() {
    ModelFile checkpoint = checkpoint();
    ModelFile model =
        new ModelFile(checkpoint.metadata(), checkpoint.program(), checkpoint.weights(), null);
    Path file = folder.resolve("m.ae");
    ModelFileWriter.write(file, model);
    try (Trial trial = trial(false)) {
      assertRefused(
          () -> new Trainer().resume(request(trial, file), ModelFileReader.read(file), false),
          "AE-T020 resuming needs a checkpoint; this is a finished model. To train it further on"
              + " new terms, use --from.");
    }
  }

  @Test
  void aCheckpointThatNamesNoPrecisionIsOfFloat32() {
    Path file = folder.resolve("old.ae");
    try (Trial trial = trial(false)) {
      Checkpoints old = trial.checkpoints(file, "{\"train\":{\"batch\":4}}", 1);
      new Trainer().train(request(trial, file).with(old).with(after(7, false)));
    }
    ModelFile checkpoint = ModelFileReader.read(file);
    try (Trial trial = trial(false)) {
      assertRefused(
          () -> new Trainer().resume(inPrecision(trial, "bfloat16"), checkpoint, true),
          "AE-T021 the checkpoint belongs to another run: train.precision was \"float32\", is"
              + " \"bfloat16\". Resume with the run's own settings, or start anew with --from.");
      assertThat(new Trainer().resume(inPrecision(trial, "float32"), checkpoint, false).end())
          .isEqualTo(History.End.DONE);
    }
  }

  private TrainRequest inPrecision(Trial trial, String precision) {
    String settings = "{\"train\":{\"batch\":4,\"precision\":\"" + precision + "\"}}";
    Path file = folder.resolve("new.ae");
    return trial.request(Trial.rows(ROWS)).with(trial.checkpoints(file, settings, 1));
  }

  private ModelFile checkpoint() {
    Path file = folder.resolve("cut.ae");
    try (Trial trial = trial(false)) {
      new Trainer().train(request(trial, file).with(after(7, false)));
    }
    return ModelFileReader.read(file);
  }

  /** Cancels, or throws as a kill would, when asked for the n-th time. */
  private static BooleanSupplier after(int n, boolean killed) {
    int[] calls = {0};
    return () -> {
      if (++calls[0] == n && killed) {
        throw new IllegalStateException("killed");
      }
      return calls[0] >= n;
    };
  }

  private static Trial trial(boolean validated) {
    return Trial.denoising(validated ? Trial.validated(2, 0) : Trial.epochs(2));
  }

  private static TrainRequest request(Trial trial, Path file) {
    return trial.request(Trial.rows(ROWS)).with(trial.checkpoints(file));
  }

  private static Whole whole(boolean validated) {
    try (Trial trial = trial(validated)) {
      List<EpochLog> epochs = trial.train(Trial.rows(ROWS)).epochs();
      return new Whole(trial.state(), epochs);
    }
  }

  /** A run that nothing interrupted. */
  private record Whole(Map<String, Tensor> state, List<EpochLog> epochs) {
    void assertReachedFrom(Path file, boolean validated, String what) {
      try (Trial trial = trial(validated)) {
        ModelFile checkpoint = ModelFileReader.read(file);
        History history = new Trainer().resume(request(trial, file), checkpoint, false);

        assertThat(trial.state()).as(what).isEqualTo(state);
        assertThat(history.epochs())
            .as(what)
            .usingRecursiveComparison()
            .ignoringFields("seconds", "samplesPerSecond")
            .isEqualTo(epochs);
      }
    }
  }
}
