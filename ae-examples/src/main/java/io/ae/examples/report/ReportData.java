package io.ae.examples.report;

import io.ae.core.metric.CodeStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a report shows. Texts are plain: the report escapes them.
 *
 * @param title what was trained, such as {@code dense on glyphs}
 * @param facts the figures that come first, few
 * @param curves what each epoch gave
 * @param samples rows of the test split, in its order
 * @param worst rows with the largest error, largest first
 * @param best rows with the smallest error, smallest first
 * @param map where the codes lie; null if there are none to show
 * @param units how each code unit behaves; null if there are no codes
 * @param pages what the model's plugin asks for besides
 * @param config the effective config, as JSON
 * @param provenance what made the model: data and its digest, backend, versions, machine
 */
public record ReportData(
    String title,
    List<Fact> facts,
    List<Curve> curves,
    List<RowResult> samples,
    List<RowResult> worst,
    List<RowResult> best,
    @Nullable CodeMap map,
    @Nullable CodeStatistics units,
    List<ModelPage> pages,
    String config,
    List<Fact> provenance) {
  public ReportData {
    facts = List.copyOf(facts);
    curves = List.copyOf(curves);
    samples = List.copyOf(samples);
    worst = List.copyOf(worst);
    best = List.copyOf(best);
    pages = List.copyOf(pages);
    provenance = List.copyOf(provenance);
  }

  /**
   * A name and its value.
   *
   * @param name a few words
   * @param value with its unit
   */
  public record Fact(String name, String value) {}

  /**
   * One curve of the training.
   *
   * @param name such as {@code loss} or {@code validation}
   * @param epochs from 1, ascending
   * @param values one for each epoch
   */
  public record Curve(String name, int[] epochs, double[] values) {
    public Curve {
      if (epochs.length != values.length) {
        throw new IllegalArgumentException(
            name + ": " + epochs.length + " epochs, " + values.length + " values");
      }
    }
  }

  /**
   * One row and what the model made of it.
   *
   * @param id the row's id
   * @param label name of its class; null if it has none
   * @param error squared error, summed over the row
   * @param original null unless rows are pictures
   * @param reconstruction null unless rows are pictures
   */
  public record RowResult(
      String id,
      @Nullable String label,
      double error,
      @Nullable Picture original,
      @Nullable Picture reconstruction) {}
}
