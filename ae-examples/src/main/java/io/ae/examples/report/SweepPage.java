package io.ae.examples.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.examples.report.SweepData.Point;
import io.ae.examples.report.SweepData.Row;
import io.ae.examples.report.SweepData.Series;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Renders a sweep as one HTML file that loads nothing. */
public final class SweepPage {
  private final SweepData data;
  private final PageParts parts = new PageParts();

  private SweepPage(SweepData data) {
    this.data = data;
  }

  /**
   * Renders.
   *
   * @throws IOException if the page's own parts cannot be read from their jars
   */
  public static String html(SweepData data) throws IOException {
    SweepPage page = new SweepPage(data);
    page.chart();
    page.rows();
    page.table();
    if (!data.config().isEmpty()) {
      page.parts.add(
          "config",
          "Config",
          "Every value of the first setting, defaults included; the others differ in what varies.",
          "<pre>" + Html.escape(data.config()) + "</pre>");
    }
    return new Page(
            "ae sweep", data.title(), data.facts(), page.parts, page.json(), List.of("sweep.js"))
        .html();
  }

  private void chart() {
    parts.add(
        "error",
        "Error",
        "Squared error a test row against "
            + data.axis()
            + (data.runs() > 1 ? ", the median of " + data.runs() + " seeds" : "")
            + ". "
            + data.verdict(),
        "<div class=\"bar\"><button id=\"log\" aria-pressed=\"false\">Log scale</button></div>"
            + "<div class=\"chart tall\" id=\"error-chart\" role=\"img\" aria-label=\"Error\">"
            + "</div>");
  }

  private void rows() {
    if (data.rows().isEmpty()) {
      return;
    }
    boolean pictures = data.rows().get(0).picture() != null;
    StringBuilder out = new StringBuilder();
    for (Series series : data.series()) {
      if (!series.name().isEmpty()) {
        out.append("<h3>").append(Html.escape(series.name())).append("</h3>");
      }
      out.append(pictures ? pictures(series) : numbers(series));
    }
    parts.add(
        "rows",
        "The same rows at every setting",
        (pictures ? "Reconstructions of the same test rows" : "Squared error of the same test rows")
            + (data.runs() > 1 ? " by the first seed" : "")
            + "; beside each setting the mean squared error of all test rows.",
        out.toString());
  }

  private String pictures(Series series) {
    StringBuilder out = new StringBuilder("<div class=\"same\" style=\"--rows:");
    out.append(data.rows().size()).append("\"><div class=\"what\">original</div>");
    for (Row row : data.rows()) {
      out.append(Png.image(Objects.requireNonNull(row.picture()), name(row) + ", original"));
    }
    for (Point point : series.points()) {
      out.append("<div class=\"what\"><span>")
          .append(Html.escape(axisName() + " " + point.value()))
          .append("</span><small>")
          .append(Sections.number(point.error()))
          .append("</small></div>");
      for (int i = 0; i < data.rows().size(); i++) {
        String alt = name(data.rows().get(i)) + ", " + axisName() + " " + point.value();
        out.append(Png.image(point.reconstructions().get(i), alt));
      }
    }
    return out.append("</div>").toString();
  }

  private String numbers(Series series) {
    StringBuilder out = new StringBuilder("<div class=\"scroll\"><table><thead><tr><th>");
    out.append(Html.escape(axisName())).append("</th><th class=\"number\">all rows</th>");
    data.rows()
        .forEach(
            r -> out.append("<th class=\"number\">").append(Html.escape(name(r))).append("</th>"));
    out.append("</tr></thead><tbody>");
    for (Point point : series.points()) {
      out.append("<tr><td>").append(Html.escape(point.value())).append("</td>");
      cell(out, Sections.number(point.error()));
      for (double error : point.errors()) {
        cell(out, Sections.number(error));
      }
      out.append("</tr>");
    }
    return out.append("</tbody></table></div>").toString();
  }

  private void table() {
    StringBuilder out = new StringBuilder("<div class=\"scroll\"><table><thead><tr>");
    boolean named = data.series().size() > 1;
    boolean seeds = data.runs() > 1;
    out.append(named ? "<th>setting</th>" : "");
    out.append("<th>").append(Html.escape(axisName())).append("</th>");
    for (String head :
        seeds
            ? List.of("squared error", "least", "most", "PCA", "of PCA's", "parameters", "seconds")
            : List.of("squared error", "PCA", "of PCA's", "parameters", "seconds")) {
      out.append("<th class=\"number\">").append(head).append("</th>");
    }
    out.append("</tr></thead><tbody>");
    for (Series series : data.series()) {
      for (Point p : series.points()) {
        out.append(named ? "<tr><td>" + Html.escape(series.name()) + "</td><td>" : "<tr><td>");
        out.append(Html.escape(p.value())).append("</td>");
        cell(out, Sections.number(p.error()));
        if (seeds) {
          cell(out, Sections.number(p.least()));
          cell(out, Sections.number(p.most()));
        }
        Double pca = p.pca();
        cell(out, pca == null ? "–" : Sections.number(pca));
        cell(out, pca == null || pca == 0 ? "–" : Sections.number(p.error() / pca));
        cell(out, String.format(Locale.ROOT, "%,d", p.parameters()));
        cell(out, String.format(Locale.ROOT, "%.1f", p.seconds()));
        out.append("</tr>");
      }
    }
    parts.add(
        "figures",
        "Figures",
        "Squared error a test row, PCA's with as many components as code units, and the model's as"
            + " a share of PCA's.",
        out.append("</tbody></table></div>").toString());
  }

  private static void cell(StringBuilder out, String text) {
    out.append("<td class=\"number\">").append(text).append("</td>");
  }

  private String axisName() {
    return data.axis().substring(data.axis().lastIndexOf('.') + 1);
  }

  private static String name(Row row) {
    return "row " + row.id() + (row.label() == null ? "" : ", " + row.label());
  }

  private String json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode().put("axis", data.axis());
    ArrayNode labels = root.putArray("labels");
    data.series().get(0).points().forEach(p -> labels.add(p.value()));
    ArrayNode list = root.putArray("series");
    // Series of the same code sizes have the same PCA, but for rounding: one line is enough.
    Map<String, ArrayNode> pca = new LinkedHashMap<>();
    for (Series series : data.series()) {
      ObjectNode node = list.addObject();
      node.put("name", series.name().isEmpty() ? "model" : series.name()).put("pca", false);
      node.set("values", numbers(series, Point::error));
      node.set("least", numbers(series, Point::least));
      node.set("most", numbers(series, Point::most));
      ArrayNode theirs = numbers(series, p -> p.pca() == null ? Double.NaN : p.pca());
      pca.putIfAbsent(rounded(series), theirs);
    }
    pca.forEach(
        (key, values) ->
            list.addObject().put("name", "PCA").put("pca", true).set("values", values));
    return root.toString();
  }

  private static String rounded(Series series) {
    return series.points().stream()
        .map(p -> p.pca() == null ? "" : String.format(Locale.ROOT, "%.3g", p.pca()))
        .collect(Collectors.joining(" "));
  }

  private static ArrayNode numbers(Series series, ToDoubleFunction<Point> figure) {
    return ReportJson.numbers(series.points().stream().mapToDouble(figure).toArray());
  }
}
