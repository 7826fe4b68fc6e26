package io.ae.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.core.Ae;
import io.ae.core.Cancellation;
import io.ae.core.Fit;
import io.ae.core.Fitting;
import io.ae.core.file.read.EpochLog;
import io.ae.core.train.History;
import io.ae.core.train.TrainListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fits that end early, and go on. */
class CancellationTest {
  private final Ae ae = Ae.create();

  @TempDir Path folder;

  @AfterEach
  void close() {
    ae.close();
  }

  @Test
  void aCancelledFitKeepsWhatWasTrained() {
    Cancellation cancellation = new Cancellation();
    List<EpochLog> seen = new ArrayList<>();
    TrainListener stop =
        new TrainListener() {
          @Override
          public void onEpoch(EpochLog epoch) {
            seen.add(epoch);
            if (epoch.epoch() == 3) {
              cancellation.cancel();
            }
          }
        };
    Fit fit = AeTest.dense(ae).listener(stop).cancelledBy(cancellation).fit(AeTest.rows(300, 1));
    assertThat(fit.history().end()).isEqualTo(History.End.CANCELLED);
    assertThat(seen).hasSize(3);
    assertThat(fit.model().encode(AeTest.rows(3, 1)).rows()).isEqualTo(3);
  }

  @Test
  void whatWasCancelledIsResumedToTheSameBits() {
    float[][] rows = AeTest.rows(200, 1);
    Fit whole = AeTest.dense(ae).epochs(5).fit(rows);
    Path file = folder.resolve("m.ckpt");
    Cancellation cancellation = new Cancellation();
    TrainListener stop =
        new TrainListener() {
          @Override
          public void onEpoch(EpochLog epoch) {
            if (epoch.epoch() == 2) {
              cancellation.cancel();
            }
          }
        };
    Fitting half =
        AeTest.dense(ae).epochs(5).checkpoint(file).listener(stop).cancelledBy(cancellation);
    assertThat(half.fit(rows).history().epochs()).hasSize(2);
    Fit resumed = AeTest.dense(ae).epochs(5).checkpoint(file).resume(file, false).fit(rows);
    assertThat(resumed.history().epochs()).hasSize(5);
    assertThat(resumed.model().encode(rows)).isEqualTo(whole.model().encode(rows));
    assertThat(
            AeTest.refusal(
                () -> AeTest.dense(ae).epochs(6).checkpoint(file).resume(file, false).fit(rows)))
        .startsWith("AE-T021 the checkpoint belongs to another run: train.epochs was 5, is 6.");
  }
}
