package io.ae.examples.cli;

import io.ae.api.Codes;
import io.ae.api.Reconstruction;
import io.ae.api.data.DataSpec;
import io.ae.core.data.Dataset;
import io.ae.core.file.read.EpochLog;
import io.ae.core.file.read.ModelMetadata;
import io.ae.core.metric.CodeStatistics;
import io.ae.core.metric.RowErrors;
import io.ae.examples.report.CodeMap;
import io.ae.examples.report.ModelPage;
import io.ae.examples.report.Picture;
import io.ae.examples.report.Projection;
import io.ae.examples.report.ReportData;
import io.ae.examples.report.ReportData.Curve;
import io.ae.examples.report.ReportData.Fact;
import io.ae.examples.report.ReportData.RowResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what a report shows.
 *
 * @param metadata of the model
 * @param figures that come first
 * @param parameters of the model
 * @param rows test rows, in their own units
 * @param codes of these rows; null if the model gives none
 * @param reconstruction of these rows
 * @param pages what the model's plugin asks for besides
 * @param config the effective config, as JSON
 */
record ReportBuilder(
    ModelMetadata metadata,
    List<Fact> figures,
    long parameters,
    Dataset rows,
    @Nullable Codes codes,
    Reconstruction reconstruction,
    List<ModelPage> pages,
    String config) {
  private static final int SHOWN = 20;
  private static final int EXTREMES = 10;
  private static final int POINTS = 4000;

  ReportData build() {
    RowErrors errors = new RowErrors(reconstruction.squaredError(), rows.spec().features());
    int extremes = Math.min(EXTREMES, rows.size() / 2);
    return new ReportData(
        metadata.plugin() + " on " + metadata.provenance().data(),
        figures,
        curves(metadata.provenance().history()),
        results(IntStream.range(0, Math.min(SHOWN, rows.size())).toArray()),
        results(errors.worst(extremes)),
        results(errors.best(extremes)),
        codes == null ? null : map(codes),
        codes == null ? null : CodeStatistics.of(codes),
        pages,
        config,
        Facts.provenance(metadata, parameters));
  }

  private List<RowResult> results(int[] which) {
    return Arrays.stream(which)
        .mapToObj(
            i ->
                new RowResult(
                    rows.id(i),
                    label(rows.labels()[i]),
                    reconstruction.squaredError()[i],
                    picture(rows.row(i)),
                    picture(reconstruction.rows()[i])))
        .toList();
  }

  private @Nullable String label(int label) {
    List<String> names = rows.spec().classNames();
    return label < 0 ? null : label < names.size() ? names.get(label) : Integer.toString(label);
  }

  private @Nullable Picture picture(float[] values) {
    DataSpec spec = rows.spec();
    return spec.picture()
        ? Picture.of(spec.row().dim(0), spec.row().dim(1), spec.row().dim(2), values)
        : null;
  }

  /** Shows at most so many points, evenly taken from all rows. */
  private CodeMap map(Codes all) {
    int n = Math.min(POINTS, rows.size());
    int[] shown = IntStream.range(0, n).map(i -> (int) ((long) i * rows.size() / n)).toArray();
    int width = all.width();
    float[] values = new float[n * width];
    for (int i = 0; i < n; i++) {
      System.arraycopy(all.values(), shown[i] * width, values, i * width, width);
    }
    Dataset some = rows.select(shown);
    List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < n && rows.spec().picture(); i++) {
      pictures.add(Objects.requireNonNull(picture(some.row(i))));
    }
    int axes = width == 3 ? 3 : 2;
    return new CodeMap(
        axes,
        width == 1
            ? spread(values)
            : axes == width ? values : Projection.of(values, width).points(),
        some.labels(),
        rows.spec().classNames(),
        some.ids(),
        pictures,
        note(values, width, n));
  }

  /** One unit is a line: drawn with the rows' order as the other axis, so that points part. */
  private static float[] spread(float[] values) {
    float[] points = new float[2 * values.length];
    for (int i = 0; i < values.length; i++) {
      points[2 * i] = values[i];
      points[2 * i + 1] = i;
    }
    return points;
  }

  private String note(float[] values, int width, int shown) {
    String rowsShown =
        shown == rows.size()
            ? String.format(Locale.ROOT, "%,d test rows.", shown)
            : String.format(Locale.ROOT, "%,d of %,d test rows.", shown, rows.size());
    if (width == 1) {
      return "The one code unit against the rows' order. " + rowsShown;
    }
    if (width <= 3) {
      return "The codes themselves, one axis a unit. " + rowsShown;
    }
    return String.format(
        Locale.ROOT,
        "The %d-unit codes on their first two principal components, which keep %.0f %% of their"
            + " variance. %s",
        width,
        100 * Projection.of(values, width).share(),
        rowsShown);
  }

  private static List<Curve> curves(List<EpochLog> history) {
    Map<String, List<EpochLog>> phases = new LinkedHashMap<>();
    history.forEach(e -> phases.computeIfAbsent(e.phase(), p -> new ArrayList<>()).add(e));
    List<Curve> curves = new ArrayList<>();
    phases.forEach(
        (phase, epochs) -> {
          String prefix = phases.size() == 1 ? "" : phase + " ";
          curves.add(curve(prefix + "loss", epochs, EpochLog::loss));
          if (epochs.stream().anyMatch(e -> e.validationLoss() != null)) {
            curves.add(curve(prefix + "validation loss", epochs, ReportBuilder::validation));
          }
          List<String> terms = List.copyOf(epochs.get(0).terms().keySet());
          for (String term : terms.size() > 1 ? terms : List.<String>of()) {
            curves.add(curve(prefix + term, epochs, e -> e.terms().getOrDefault(term, Double.NaN)));
          }
        });
    return curves;
  }

  private static double validation(EpochLog epoch) {
    Double loss = epoch.validationLoss();
    return loss == null ? Double.NaN : loss;
  }

  private static Curve curve(String name, List<EpochLog> epochs, ToDoubleFunction<EpochLog> value) {
    return new Curve(
        name,
        epochs.stream().mapToInt(EpochLog::epoch).toArray(),
        epochs.stream().mapToDouble(value).toArray());
  }
}
