package io.ae.examples.report;

import io.ae.core.metric.CodeStatistics;
import io.ae.examples.report.ReportData.Fact;
import io.ae.examples.report.ReportData.RowResult;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The parts of the page, each as HTML; a part without content is left out. */
final class Sections {
  private final List<String> ids = new ArrayList<>();
  private final List<String> titles = new ArrayList<>();
  private final StringBuilder html = new StringBuilder();

  /** Returns all parts of a report. */
  static Sections of(ReportData data) {
    Sections s = new Sections();
    s.training(data);
    s.samples(data);
    s.extremes(data);
    s.map(data.map());
    s.units(data.units());
    if (!data.config().isEmpty()) {
      s.begin("config", "Config", "Every value the run used, defaults included.");
      s.html.append("<pre>").append(Html.escape(data.config())).append("</pre></section>\n");
    }
    if (!data.provenance().isEmpty()) {
      s.begin("provenance", "Provenance", "What made this model.");
      s.html.append(table(data.provenance())).append("</section>\n");
    }
    return s;
  }

  /** Returns the list of figures that heads the page. */
  static String facts(List<Fact> facts) {
    StringBuilder out = new StringBuilder("<dl class=\"facts\">");
    for (Fact f : facts) {
      out.append("<div><dt>")
          .append(Html.escape(f.name()))
          .append("</dt><dd>")
          .append(Html.escape(f.value()))
          .append("</dd></div>");
    }
    return out.append("</dl>").toString();
  }

  /** Returns links to the parts. */
  String contents() {
    StringBuilder out = new StringBuilder("<nav aria-label=\"Contents\">");
    for (int i = 0; i < ids.size(); i++) {
      out.append("<a href=\"#")
          .append(ids.get(i))
          .append("\">")
          .append(titles.get(i))
          .append("</a>");
    }
    return out.append("</nav>").toString();
  }

  @Override
  public String toString() {
    return html.toString();
  }

  private void begin(String id, String title, String note) {
    ids.add(id);
    titles.add(title);
    html.append("<section id=\"")
        .append(id)
        .append("\"><h2>")
        .append(title)
        .append("</h2><p class=\"note\">")
        .append(Html.escape(note))
        .append("</p>\n");
  }

  private void training(ReportData data) {
    if (data.curves().isEmpty()) {
      return;
    }
    begin("training", "Training", "Mean loss of each epoch, as the model minimises it.");
    html.append("<div class=\"bar\"><button id=\"log\" aria-pressed=\"false\">Log scale</button>")
        .append("</div><div class=\"chart\" id=\"loss\" role=\"img\" aria-label=\"Loss curves\">")
        .append("</div></section>\n");
  }

  private void samples(ReportData data) {
    if (data.samples().isEmpty()) {
      return;
    }
    boolean pictures = data.samples().get(0).original() != null;
    begin(
        "reconstructions",
        "Reconstructions",
        (pictures ? "Original above, reconstruction below, with its" : "Rows with their")
            + " squared error. Rows of the test split, in their order.");
    html.append(rows(data.samples())).append("</section>\n");
  }

  private void extremes(ReportData data) {
    if (data.worst().isEmpty() && data.best().isEmpty()) {
      return;
    }
    begin("extremes", "Worst and best", "The test rows with the largest and the smallest error.");
    html.append("<div class=\"two\"><div><h3>Worst</h3>")
        .append(rows(data.worst()))
        .append("</div><div><h3>Best</h3>")
        .append(rows(data.best()))
        .append("</div></div></section>\n");
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
    return picture == null
        ? ""
        : "<img alt=\""
            + Html.escape(alt)
            + "\" width=\""
            + picture.width()
            + "\" height=\""
            + picture.height()
            + "\" src=\""
            + Png.dataUri(Png.bytes(picture))
            + "\">";
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
    begin("codes", "Map of the codes", map.note());
    html.append(MapSection.html(map)).append("</section>\n");
  }

  private void units(@Nullable CodeStatistics statistics) {
    if (statistics == null) {
      return;
    }
    int units = statistics.units().size();
    begin(
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
            100 * CodeStatistics.SATURATED));
    html.append("<div class=\"chart\" id=\"spread\" role=\"img\"")
        .append(" aria-label=\"Standard deviation of each code unit\"></div></section>\n");
  }

  private static String table(List<Fact> facts) {
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
