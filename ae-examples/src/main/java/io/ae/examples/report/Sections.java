package io.ae.examples.report;

import io.ae.core.metric.CodeStatistics;
import io.ae.examples.report.ReportData.Fact;
import io.ae.examples.report.ReportData.RowResult;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The parts of the page, each as HTML; a part without content is left out. */
final class Sections {
  private final PageParts parts = new PageParts();

  /** Returns all parts of a report. */
  static PageParts of(ReportData data) {
    Sections s = new Sections();
    s.training(data);
    s.samples(data);
    s.extremes(data);
    s.map(data.map());
    s.units(data.units());
    data.pages().forEach(page -> ModelPages.add(s.parts, page));
    if (!data.config().isEmpty()) {
      s.parts.add(
          "config",
          "Config",
          "Every value the run used, defaults included.",
          "<pre>" + Html.escape(data.config()) + "</pre>");
    }
    if (!data.provenance().isEmpty()) {
      s.parts.add("provenance", "Provenance", "What made this model.", table(data.provenance()));
    }
    return s.parts;
  }

  private void training(ReportData data) {
    if (data.curves().isEmpty()) {
      return;
    }
    parts.add(
        "training",
        "Training",
        "Mean loss of each epoch, as the model minimises it.",
        "<div class=\"bar\"><button id=\"log\" aria-pressed=\"false\">Log scale</button></div>"
            + "<div class=\"chart\" id=\"loss\" role=\"img\" aria-label=\"Loss curves\"></div>");
  }

  private void samples(ReportData data) {
    if (data.samples().isEmpty()) {
      return;
    }
    boolean pictures = data.samples().get(0).original() != null;
    parts.add(
        "reconstructions",
        "Reconstructions",
        (pictures ? "Original above, reconstruction below, with its" : "Rows with their")
            + " squared error. Rows of the test split, in their order.",
        rows(data.samples()));
  }

  private void extremes(ReportData data) {
    if (data.worst().isEmpty() && data.best().isEmpty()) {
      return;
    }
    parts.add(
        "extremes",
        "Worst and best",
        "The test rows with the largest and the smallest error.",
        "<div class=\"two\"><div><h3>Worst</h3>"
            + rows(data.worst())
            + "</div><div><h3>Best</h3>"
            + rows(data.best())
            + "</div></div>");
  }

  private static String rows(List<RowResult> rows) {
    if (rows.isEmpty()) {
      return "";
    }
    return rows.get(0).original() == null ? rowTable(rows) : pairs(rows);
  }

  private static String pairs(List<RowResult> rows) {
    StringBuilder out = new StringBuilder("<ul class=\"pairs\">");
    for (RowResult r : rows) {
      String name = "row " + r.id() + (r.label() == null ? "" : ", " + r.label());
      out.append("<li>")
          .append(image(r.original(), name + ", original"))
          .append(image(r.reconstruction(), name + ", reconstruction"))
          .append("<span class=\"cap\" title=\"")
          .append(Html.escape(name))
          .append("\">")
          .append(r.label() == null ? "" : "<b>" + Html.escape(r.label()) + "</b> ")
          .append(number(r.error()))
          .append("</span></li>");
    }
    return out.append("</ul>").toString();
  }

  private static String image(@Nullable Picture picture, String alt) {
    return picture == null ? "" : Png.image(picture, alt);
  }

  private static String rowTable(List<RowResult> rows) {
    StringBuilder out =
        new StringBuilder(
            "<div class=\"scroll\"><table><thead><tr><th>row</th><th>class</th>"
                + "<th class=\"number\">squared error</th></tr></thead><tbody>");
    for (RowResult r : rows) {
      out.append("<tr><td>")
          .append(Html.escape(r.id()))
          .append("</td><td>")
          .append(r.label() == null ? "" : Html.escape(r.label()))
          .append("</td><td class=\"number\">")
          .append(number(r.error()))
          .append("</td></tr>");
    }
    return out.append("</tbody></table></div>").toString();
  }

  private void map(@Nullable CodeMap map) {
    if (map == null) {
      return;
    }
    parts.add("codes", "Map of the codes", map.note(), MapSection.html(map));
  }

  private void units(@Nullable CodeStatistics statistics) {
    if (statistics == null) {
      return;
    }
    int units = statistics.units().size();
    parts.add(
        "units",
        "Code units",
        String.format(
            Locale.ROOT,
            "%d %s, %d dead (deviation at most %.0f %% of the largest), %d saturated (at a bound"
                + " of the codes for %.0f %% of the rows).",
            units,
            units == 1 ? "unit" : "units",
            statistics.dead(),
            100 * CodeStatistics.DEAD,
            statistics.saturated(),
            100 * CodeStatistics.SATURATED),
        "<div class=\"chart\" id=\"spread\" role=\"img\""
            + " aria-label=\"Standard deviation of each code unit\"></div>");
  }

  static String table(List<Fact> facts) {
    StringBuilder out = new StringBuilder("<table class=\"pairs-of\"><tbody>");
    for (Fact f : facts) {
      out.append("<tr><th scope=\"row\">")
          .append(Html.escape(f.name()))
          .append("</th><td>")
          .append(Html.escape(f.value()))
          .append("</td></tr>");
    }
    return out.append("</tbody></table>").toString();
  }

  /** Returns a number to four digits, without an exponent where it can be helped. */
  static String number(double value) {
    if (value == 0 || Math.abs(value) >= 1e-3 && Math.abs(value) < 1e6) {
      return new BigDecimal(value).round(new MathContext(4)).toPlainString();
    }
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
