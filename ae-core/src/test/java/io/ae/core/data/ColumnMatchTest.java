package io.ae.core.data;

import static io.ae.core.data.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ae.api.data.Column;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import io.ae.api.graph.Shape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnMatchTest {
  private static DataSpec table(List<String> classes, String... names) {
    List<Column> columns = Arrays.stream(names).map(Column::numeric).toList();
    return new DataSpec(Shape.of(names.length), columns, -1, 9, 1, classes.size(), classes);
  }

  @Test
  void rowsThatFitAreLeftAlone() {
    DataSpec spec = table(List.of("x", "y"), "a", "b");
    Dataset rows = Dataset.of("rows", spec, new float[] {1, 2}, new int[] {1});
    assertThat(ColumnMatch.to(spec, rows)).isSameAs(rows);
  }

  @Test
  void columnsAndClassesMoveToTheModelsPlaces() {
    DataSpec model = table(List.of("x", "y"), "a", "b", "c");
    DataSpec found = table(List.of("y"), "c", "a", "b");
    Dataset rows =
        Dataset.of("rows", found, new float[] {3, 1, 2, 6, 4, 5}, new int[] {0, -1}, i -> "r" + i);
    Dataset matched = Dataset.load(ColumnMatch.to(model, rows));
    assertThat(matched.values()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(matched.labels()).containsExactly(1, -1);
    assertThat(matched.ids()).containsExactly("r0", "r1");
    assertThat(matched.spec().columns()).isEqualTo(model.columns());
    assertThat(matched.spec().classNames()).isEqualTo(model.classNames());
  }

  @Test
  void plainVectorsTakeTheModelsShapeByPosition() {
    DataSpec model = DataSpec.pictures(1, 2, 2, 0, List.of());
    Source matched = ColumnMatch.to(model, Dataset.of(new float[][] {{1, 2, 3, 4}}));
    assertThat(Dataset.load(matched).values()).containsExactly(1, 2, 3, 4);
    assertThat(matched.spec().row()).isEqualTo(model.row());
    assertRefused(
        () -> ColumnMatch.to(model, Dataset.of(new float[][] {{1, 2, 3}})),
        "AE-D033 rows: rows of shape [1, 2, 2] are wanted, as the model was trained on, found [3]."
            + " Choose the data the model is for, or train a model on these.");
  }

  @Test
  void classesBeyondTheModelsAreRefused() {
    DataSpec two = new DataSpec(Shape.of(1), List.of(), 0, 1, 1, 2, List.of());
    DataSpec six = new DataSpec(Shape.of(1), List.of(), 0, 1, 1, 6, List.of());
    Dataset rows = Dataset.of("rows", six, new float[] {1}, new int[] {5});
    assertRefused(
        () -> ColumnMatch.to(two, rows),
        "AE-D034 rows: the model knows the classes 0 to 1, found 5. Mend the label, leave its rows"
            + " out, or take no labels.");
  }
}
