package io.ae.core.train;

import static io.ae.core.data.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.data.Cursor;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import io.ae.api.graph.DType;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;
import io.ae.api.model.Phase;
import io.ae.api.model.Terms;
import io.ae.core.data.Dataset;
import io.ae.core.data.Scaling;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What training is given: labels, streams, scaled rows, double precision. */
class FeedingTest {
  @Test
  void labelsAreWantedByName() {
    try (Trial trial = TrainerTest.scripted(s -> List.of(labelled(s)), Trial.epochs(1))) {
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
  void theHistorySaysHowLongStepsWaited() {
    Dataset rows = Trial.rows(100);
    try (Trial memory = Trial.denoising(Trial.epochs(2));
        Trial stream = Trial.denoising(Trial.epochs(2))) {
      Feeding inMemory = memory.train(rows).feeding();
      Feeding streamed = stream.train(streamed(rows)).feeding();

      assertThat(inMemory.waitedSeconds()).isZero();
      assertThat(inMemory.trainedSeconds()).isPositive();
      assertThat(streamed.waitedSeconds()).isPositive();
      assertThat(streamed.trainedSeconds()).isGreaterThan(streamed.waitedSeconds());
      assertThat(streamed.stall())
          .isEqualTo(streamed.waitedSeconds() / streamed.trainedSeconds())
          .isBetween(0., 1.);
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

  private static Phase labelled(Scripted s) {
    return Phase.of(
            "classify",
            (o, in) -> {
              Value label = in.label();
              if (label == null) {
                throw new IllegalStateException("a labelled phase sees labels");
              }
              return Terms.of("known", o.sumFeatures(o.oneHot(label, 3))) // [B]
                  .and("free", o.mul(o.read(s.p), 0));
            },
            TrainerTest.STEP)
        .withLabels();
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
