package io.ae.core.data;

import static io.ae.core.data.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ae.api.data.Column;
import io.ae.api.data.Cursor;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import io.ae.api.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatasetTest {
  @Test
  void rowsAreCopiedAndNumbered() {
    float[][] rows = {{1, 2}, {3, 4}, {5, 6}};
    Dataset data = Dataset.of(rows);
    rows[0][0] = 99;
    assertThat(data.values()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(data.labels()).containsExactly(-1, -1, -1);
    assertThat(data.ids()).containsExactly("0", "1", "2");
    assertThat(data.row(1)).containsExactly(3, 4);
    assertThat(data.spec().row()).isEqualTo(Shape.of(2));
  }

  @Test
  void notFiniteNamesRowColumnAndName() {
    assertRefused(
        () -> Dataset.of(new float[][] {{1, 2}, {3, Float.NaN}}),
        "AE-D010 rows: row 1, column 1 must be a finite number, found NaN. Mend the value or leave"
            + " the row out; rows and columns count from 0.");
    DataSpec spec =
        new DataSpec(Shape.of(1), List.of(Column.numeric("weight")), 0, 1, 1, 0, List.of());
    assertRefused(
        () ->
            Dataset.of("a.csv", spec, new float[] {Float.POSITIVE_INFINITY}, new int[1], i -> "k7"),
        "AE-D010 a.csv: row 0 (id 'k7'), column 0 ('weight') must be a finite number, found"
            + " Infinity. Mend the value or leave the row out; rows and columns count from 0.");
  }

  @Test
  void raggedAndEmptyRowsAreRefused() {
    assertRefused(
        () -> Dataset.of(new float[][] {{1, 2}, {3}}),
        "AE-D010 rows: row 1 must have 2 values, found 1.");
    assertRefused(
        () -> Dataset.of(new float[0][]),
        "AE-D012 rows: at least one row of at least one value is wanted, found none.");
  }

  @Test
  void splitLosesNothingAndRepeats() {
    Dataset data = numbered(1000);
    Split split = data.split(0.1, 7);
    assertThat(split.first().size()).isEqualTo(100);
    assertThat(split.rest().size()).isEqualTo(900);
    List<String> both = new ArrayList<>(split.first().ids());
    both.addAll(split.rest().ids());
    assertThat(both).containsExactlyInAnyOrderElementsOf(data.ids());
    for (int i = 0; i < 100; i++) {
      int origin = Integer.parseInt(split.first().id(i));
      assertThat(split.first().row(i)).isEqualTo(data.row(origin));
      assertThat(split.first().labels()[i]).isEqualTo(data.labels()[origin]);
    }
    assertThat(data.split(0.1, 7).first().ids()).isEqualTo(split.first().ids());
    assertThat(data.split(0.1, 8).first().ids()).isNotEqualTo(split.first().ids());
    // Pinned: a model file names only the seed of its split.
    assertThat(data.split(0.005, 42).first().ids())
        .containsExactly("215", "315", "564", "642", "920");
  }

  @Test
  void splitLeavesNoPartEmpty() {
    assertThat(numbered(3).split(1e-9, 1).first().size()).isOne();
    assertThat(numbered(3).split(0.999, 1).rest().size()).isOne();
    assertRefused(
        () -> numbered(1).split(0.5, 1),
        "AE-D012 numbers: at least 2 rows are wanted for two parts, found 1.");
  }

  @Test
  void loadReadsSourcesOfUnknownLengthWithTheirIds() {
    Dataset data = numbered(3000);
    Dataset loaded = Dataset.load(streamed(data, -1));
    assertThat(loaded.values()).isEqualTo(data.values());
    assertThat(loaded.labels()).isEqualTo(data.labels());
    assertThat(loaded.ids()).isEqualTo(data.ids());
    Dataset odd = data.select(new int[] {0, 5, 9});
    assertThat(Dataset.load(streamed(odd, 3)).ids()).containsExactly("0", "5", "9");
  }

  @Test
  void loadRefusesWhatCannotFitBeforeAllocating() {
    long heap = Runtime.getRuntime().maxMemory() >> 20;
    assertRefused(
        () -> Dataset.load(streamed(numbered(1), 1L << 62)),
        "AE-D011 numbers: 4611686018427387904 rows of 2 values do not fit into memory: Java may use"
            + " "
            + heap
            + " MiB, and one array holds 2147483639 values. Stream the source, take fewer rows, or"
            + " start Java with a larger -Xmx.");
  }

  private static Dataset numbered(int n) {
    float[] values = new float[2 * n];
    IntStream.range(0, values.length).forEach(i -> values[i] = i);
    int[] labels = IntStream.range(0, n).map(i -> i % 10).toArray();
    return Dataset.of("numbers", DataSpec.vectors(2), values, labels);
  }

  private static Source streamed(Dataset data, long rows) {
    return new Source() {
      @Override
      public DataSpec spec() {
        return data.spec();
      }

      @Override
      public long rows() {
        return rows;
      }

      @Override
      public Cursor open() {
        return data.open();
      }

      @Override
      public String toString() {
        return "numbers";
      }
    };
  }
}
