package io.ae.examples.report;

import io.ae.examples.report.ReportData.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the page of a sweep shows. Texts are plain: the page escapes them.
 *
 * @param title what was trained
 * @param facts the figures that come first, few
 * @param axis the key that runs along the chart, such as {@code model.code}
 * @param series one for each combination of the other keys, each with as many points
 * @param verdict what the errors say along the axis, in a sentence
 * @param rows the test rows that every setting reconstructs
 * @param runs runs of each setting, with seeds of their own
 * @param config the effective config of the first setting, as JSON
 */
public record SweepData(
    String title,
    List<Fact> facts,
    String axis,
    List<Series> series,
    String verdict,
    List<Row> rows,
    int runs,
    String config) {
  public SweepData {
    facts = List.copyOf(facts);
    series = List.copyOf(series);
    rows = List.copyOf(rows);
  }

  /**
   * Settings that differ along the axis alone.
   *
   * @param name the other keys' values; empty if there are no others
   * @param points in the order of the axis
   */
  public record Series(String name, List<Point> points) {
    public Series {
      points = List.copyOf(points);
    }
  }

  /**
   * One setting.
   *
   * @param value of the axis
   * @param error squared error a test row, the median over the runs
   * @param least of the runs
   * @param most of the runs
   * @param pca PCA's squared error a test row at the same code size; null if not known
   * @param parameters numbers that gradients move
   * @param seconds of training, the median over the runs
   * @param reconstructions of the page's rows by the first run; empty unless rows are pictures
   * @param errors squared error of each of the page's rows, by the first run
   */
  public record Point(
      String value,
      double error,
      double least,
      double most,
      @Nullable Double pca,
      long parameters,
      double seconds,
      List<Picture> reconstructions,
      double[] errors) {
    public Point {
      reconstructions = List.copyOf(reconstructions);
    }
  }

  /**
   * One test row.
   *
   * @param id the row's id
   * @param label name of its class; null if it has none
   * @param picture null unless rows are pictures
   */
  public record Row(String id, @Nullable String label, @Nullable Picture picture) {}
}
