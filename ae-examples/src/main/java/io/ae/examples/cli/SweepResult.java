package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.ae.core.config.Json;
import io.ae.core.data.AtomicFile;
import io.ae.core.data.Dataset;
import io.ae.examples.report.ReportData.Fact;
import io.ae.examples.report.SweepData;
import io.ae.examples.report.SweepPage;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep found: for people, for machines, as a table and as a page.
 *
 * @param variations what varied
 * @param runs one for each combination
 */
record SweepResult(Variations variations, List<SweepRun> runs) {
  /** Tells everything, best first. */
  void tell(Console console, @Nullable Path out, @Nullable Path report) {
    console.line("");
    console.line(
        "%-10s %-10s %-10s %-12s %s", "mse", "least", "most", "parameters", "settings, best first");
    ObjectNode result = Json.object();
    ArrayNode list = result.putArray("runs");
    runs.stream()
        .sorted(Comparator.comparingDouble(run -> run.median("mse")))
        .forEach(
            run -> {
              double[] mse = run.sorted("mse");
              console.line(
                  "%-10.5f %-10.5f %-10.5f %-12.0f %s",
                  run.median("mse"),
                  mse[0],
                  mse[mse.length - 1],
                  run.median("parameters"),
                  String.join(" ", variations.assignments(run.combination())));
              list.add(run.json(variations.paths()));
            });
    if (!variations.paths().isEmpty()) {
      String axis = SweepSeries.axis(variations);
      ArrayNode series = result.putArray("series");
      List<SweepSeries> all = SweepSeries.of(variations, runs);
      all.forEach(one -> series.add(one.json(axis)));
      String verdict = SweepSeries.verdict(all, axis);
      if (!verdict.isEmpty()) {
        console.line("The squared error along %s: %s", axis, verdict);
      }
    }
    if (out != null) {
      result.put("out", out.toString());
    }
    if (report != null) {
      result.put("report", report.toString());
      console.line("report  %s", report.toAbsolutePath());
    }
    console.result(result);
  }

  /** Writes every run as a line. */
  void csv(Path out) {
    AtomicFile.stream(
        out,
        stream -> {
          CsvWriter csv =
              CsvWriter.builder().build(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
          List<String> head = new ArrayList<>(variations.paths());
          head.add("seed");
          head.addAll(SweepRun.FIGURES);
          csv.writeRecord(head);
          for (SweepRun run : runs) {
            for (int i = 0; i < run.seeds().size(); i++) {
              List<String> line = new ArrayList<>(run.combination());
              line.add(Long.toString(run.seeds().get(i)));
              for (String figure : SweepRun.FIGURES) {
                line.add(Double.toString(run.figure(i, figure)));
              }
              csv.writeRecord(line);
            }
          }
          csv.flush();
        });
  }

  /**
   * Writes the page.
   *
   * @param first settings of the first combination
   * @param rows that every run reconstructed
   */
  void page(Path report, Settings first, Dataset rows) {
    try {
      byte[] page = SweepPage.html(data(first, rows)).getBytes(StandardCharsets.UTF_8);
      AtomicFile.stream(report, stream -> stream.write(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SweepData data(Settings first, Dataset rows) {
    boolean varies = !variations.paths().isEmpty();
    String axis = varies ? SweepSeries.axis(variations) : "setting";
    List<SweepSeries> series =
        varies
            ? SweepSeries.of(variations, runs)
            : List.of(new SweepSeries(List.of(), List.of("as given"), runs));
    return new SweepData(
        first.run().plugin() + " on " + first.run().data(),
        facts(),
        axis,
        series.stream().map(s -> new SweepData.Series(s.name(), points(s))).toList(),
        SweepSeries.verdict(series, axis),
        shown(rows),
        runs.get(0).seeds().size(),
        Json.pretty(first.json()));
  }

  private List<Fact> facts() {
    SweepRun best =
        runs.stream().min(Comparator.comparingDouble(r -> r.median("mse"))).orElseThrow();
    double seconds =
        runs.stream()
            .flatMapToDouble(r -> IntStream.range(0, r.seeds().size()).mapToDouble(i -> time(r, i)))
            .sum();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Settings", Integer.toString(runs.size())));
    facts.add(new Fact("Seeds each", Integer.toString(best.seeds().size())));
    facts.add(new Fact("Least squared error a row", text("%.4g", best.median("squaredError"))));
    facts.add(
        new Fact(
            "Found with",
            variations.assignments(best.combination()).stream()
                .map(SweepSeries::words)
                .collect(Collectors.joining(", "))));
    facts.add(new Fact("Training time in all", text("%,.0f s", seconds)));
    return facts;
  }

  private static double time(SweepRun run, int seed) {
    return run.figure(seed, "trainSeconds");
  }

  private static List<SweepData.Point> points(SweepSeries series) {
    List<SweepData.Point> points = new ArrayList<>();
    for (int i = 0; i < series.runs().size(); i++) {
      SweepRun run = series.runs().get(i);
      double[] errors = run.sorted("squaredError");
      double pca = run.median("pcaSquaredError");
      SweepRows.Made made = Objects.requireNonNull(run.made());
      points.add(
          new SweepData.Point(
              series.values().get(i),
              run.median("squaredError"),
              errors[0],
              errors[errors.length - 1],
              Double.isNaN(pca) ? null : pca,
              (long) run.median("parameters"),
              run.median("trainSeconds"),
              made.pictures(),
              made.errors()));
    }
    return points;
  }

  private static List<SweepData.Row> shown(Dataset rows) {
    List<String> names = rows.spec().classNames();
    List<SweepData.Row> shown = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      int label = rows.labels()[i];
      String name =
          label < 0 ? null : label < names.size() ? names.get(label) : Integer.toString(label);
      shown.add(
          new SweepData.Row(
              rows.id(i),
              name,
              rows.spec().picture() ? SweepRows.picture(rows.spec(), rows.row(i)) : null));
    }
    return shown;
  }

  private static String text(String format, Object... args) {
    return String.format(Locale.ROOT, format, args);
  }
}
