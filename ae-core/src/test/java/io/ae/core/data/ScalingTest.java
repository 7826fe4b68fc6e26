package io.ae.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.data.Column;
import io.ae.api.data.ColumnKind;
import io.ae.api.data.DataSpec;
import io.ae.api.graph.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingTest {
  private static final float[][] ROWS = {{1, 5, 1e6f}, {3, 5, 1e6f + 2}, {2, 5, 1e6f + 1}};

  @Test
  void minMaxMapsLearntRowsToUnit() {
    Dataset data = Dataset.of(ROWS);
    Scaling scaling = Scaling.learn(Scaling.Kind.MIN_MAX, data);
    float[] values = data.values().clone();
    scaling.apply(values, 3);
    assertThat(values).containsExactly(0, 0, 0, 1, 0, 1, .5f, 0, .5f);
    assertThat(scaling.scaled(data.spec()).unit()).isTrue();
    scaling.undo(values, 3);
    assertThat(values).containsExactly(data.values());
  }

  @Test
  void standardHasMeanZeroDeviationOneAndLeavesConstantsAtZero() {
    Dataset data = Dataset.of(ROWS);
    Scaling scaling = Scaling.learn(Scaling.Kind.STANDARD, data);
    float[] values = data.values().clone();
    scaling.apply(values, 3);
    double deviation = Math.sqrt(2 / 3.0);
    assertThat(values[0]).isCloseTo((float) (-1 / deviation), within(1e-6f));
    assertThat(values[2]).isCloseTo((float) (-1 / deviation), within(1e-6f));
    assertThat(new float[] {values[1], values[4], values[7]}).containsOnly(0);
    assertThat(scaling.scaled(data.spec()).unit()).isFalse();
    scaling.undo(values, 3);
    for (int i = 0; i < values.length; i++) {
      assertThat(values[i]).isCloseTo(data.values()[i], within(1e-6f * Math.abs(values[i])));
    }
  }

  @Test
  void aKnownRangeStaysKnown() {
    Scaling scaling = new Scaling(Scaling.Kind.STANDARD, new double[] {1, 4}, new double[] {.5, 1});
    DataSpec known = scaling.scaled(DataSpec.vectors(2).withRange(0, 9));
    assertThat(known.low()).isEqualTo(-4);
    assertThat(known.high()).isEqualTo(5);
    DataSpec unknown = scaling.scaled(DataSpec.vectors(2));
    assertThat(unknown.low()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(unknown.high()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void onlyTheRowsAskedForAreTouched() {
    Scaling scaling = new Scaling(Scaling.Kind.MIN_MAX, new double[] {1}, new double[] {2});
    float[] values = {3, 3};
    scaling.apply(values, 1);
    assertThat(values).containsExactly(4, 3);
  }

  @Test
  void categoriesStay() {
    DataSpec spec =
        new DataSpec(
            Shape.of(2),
            List.of(Column.numeric("a"), new Column("b", ColumnKind.CATEGORICAL, 4)),
            0,
            9,
            .5,
            0,
            List.of());
    Dataset data = Dataset.of("d", spec, new float[] {0, 3, 4, 1}, new int[] {-1, -1});
    float[] values = data.values().clone();
    Scaling scaling = Scaling.learn(Scaling.Kind.MIN_MAX, data);
    scaling.apply(values, 2);
    assertThat(values).containsExactly(0, 3, 1, 1);
    assertThat(scaling.scaled(spec).density()).isEqualTo(.5);
  }

  @Test
  void noneChangesNothingAndEqualsItself() {
    float[] values = {1, 2};
    Scaling.none().apply(values, 1);
    Scaling.none().undo(values, 1);
    assertThat(values).containsExactly(1, 2);
    assertThat(Scaling.none()).isEqualTo(Scaling.none());
    DataSpec spec = DataSpec.vectors(2);
    assertThat(Scaling.none().scaled(spec)).isSameAs(spec);
  }
}
