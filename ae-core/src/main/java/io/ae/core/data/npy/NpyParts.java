package io.ae.core.data.npy;

import io.ae.api.data.Parts;
import io.ae.core.data.ColumnMatch;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Puts rows and labels together. */
final class NpyParts {
  private NpyParts() {}

  static Parts of(
      NpyArray train,
      @Nullable NpyArray trainLabels,
      @Nullable NpyArray test,
      @Nullable NpyArray testLabels) {
    int[] labels = labels(train, trainLabels);
    if (test == null) {
      return new Parts(NpySource.of(train, labels, classes(labels)), null);
    }
    int[] others = labels(test, testLabels);
    int classes = Math.max(classes(labels), classes(others));
    var rows = NpySource.of(train, labels, classes);
    return new Parts(rows, ColumnMatch.to(rows.spec(), NpySource.of(test, others, classes)));
  }

  private static int[] labels(NpyArray rows, @Nullable NpyArray labels) {
    if (labels != null) {
      return labels.labels(rows);
    }
    int[] none = new int[rows.rows()];
    Arrays.fill(none, -1);
    return none;
  }

  private static int classes(int[] labels) {
    return Arrays.stream(labels).max().orElse(-1) + 1;
  }
}
