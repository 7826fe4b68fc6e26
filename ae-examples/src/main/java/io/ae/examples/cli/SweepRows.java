package io.ae.examples.cli;

import io.ae.api.AeException;
import io.ae.api.Autoencoder;
import io.ae.api.Reconstruction;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import io.ae.core.data.Dataset;
import io.ae.examples.report.Picture;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The test rows that the page of a sweep shows at every setting. */
final class SweepRows {
  private static final int COUNT = 10;

  /** Keys that decide which rows are test rows. */
  private static final Set<String> CHOOSE = Set.of("data", "test", "testFraction", "train.seed");

  private SweepRows() {}

  /**
   * What one model makes of the rows.
   *
   * @param pictures reconstructions; empty unless rows are pictures
   * @param errors squared error of each
   */
  record Made(List<Picture> pictures, double[] errors) {}

  /**
   * Refuses a page that could not show the same rows at every setting.
   *
   * @throws AeException {@code AE-X013} if a key that varies chooses the rows
   */
  static void check(List<String> paths) {
    for (String path : paths) {
      if (CHOOSE.contains(path)) {
        throw new AeException(
            "AE-X013",
            "--report shows the same test rows at every setting, but '"
                + path
                + "' varies and chooses them. Leave --report out, or sweep other keys.");
      }
    }
  }

  /** Returns the first row of each class, then the first of the others: ten at most. */
  static Dataset choose(Source test) {
    Dataset rows = Dataset.load(test);
    Set<Integer> chosen = new LinkedHashSet<>();
    for (int label = 0; label < COUNT; label++) {
      for (int i = 0; i < rows.size(); i++) {
        if (rows.labels()[i] == label) {
          chosen.add(i);
          break;
        }
      }
    }
    for (int i = 0; i < rows.size() && chosen.size() < COUNT; i++) {
      chosen.add(i);
    }
    return rows.select(chosen.stream().mapToInt(Integer::intValue).toArray());
  }

  static Made reconstruct(Autoencoder model, Dataset rows) {
    Reconstruction made = model.reconstruct(rows);
    List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < rows.size() && rows.spec().picture(); i++) {
      pictures.add(picture(rows.spec(), made.rows()[i]));
    }
    return new Made(pictures, made.squaredError());
  }

  static Picture picture(DataSpec spec, float[] values) {
    return Picture.of(spec.row().dim(0), spec.row().dim(1), spec.row().dim(2), values);
  }
}
