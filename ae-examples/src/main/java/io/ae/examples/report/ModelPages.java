package io.ae.examples.report;

import io.ae.examples.report.ModelPage.Activity;
import io.ae.examples.report.ModelPage.Filters;
import io.ae.examples.report.ModelPage.Restoration;
import io.ae.examples.report.ModelPage.Restored;
import io.ae.examples.report.ModelPage.Spectrum;
import java.util.Locale;

/** The parts of a report that the model's plugin asks for, as HTML. */
final class ModelPages {
  private ModelPages() {}

  /** Adds one. */
  static void add(PageParts parts, ModelPage page) {
    if (page instanceof Filters filters) {
      filters(parts, filters);
    } else if (page instanceof Activity activity) {
      activity(parts, activity);
    } else if (page instanceof Spectrum spectrum) {
      spectrum(parts, spectrum);
    } else if (page instanceof Restored restored) {
      restored(parts, restored);
    }
  }

  private static void filters(PageParts parts, Filters page) {
    StringBuilder out = new StringBuilder("<div class=\"tiles\">");
    for (int i = 0; i < page.pictures().size(); i++) {
      out.append(Png.image(page.pictures().get(i), "filter " + (i + 1)));
    }
    int shown = page.pictures().size();
    parts.add(
        "filters",
        "Filters",
        "Weights from the row to each unit of the first layer: white excites, black inhibits, grey"
            + " is 0; each is scaled on its own. "
            + (shown < page.units()
                ? "The " + shown + " with the largest weights of " + page.units() + " units."
                : "All " + shown + " units, the largest weights first."),
        out.append("</div>").toString());
  }

  private static void activity(PageParts parts, Activity page) {
    parts.add(
        "activations",
        "Activations",
        "How often the units of the code answer how strongly, over all test rows and units.",
        "<div class=\"chart\" id=\"activity\" role=\"img\" aria-label=\"Histogram of the"
            + " activations\"></div>"
            + Sections.table(page.figures()));
  }

  private static void spectrum(PageParts parts, Spectrum page) {
    int n = page.values().length;
    int middle = Math.min(32, n);
    String ratio =
        n < 2
            ? ""
            : String.format(
                Locale.ROOT,
                " σ%d/σ1 is %.3g.",
                middle,
                page.values()[middle - 1] / page.values()[0]);
    parts.add(
        "jacobian",
        "Jacobian",
        String.format(
            Locale.ROOT,
            "Singular values of ∂code/∂row, the mean over %d test rows: in how many directions the"
                + " code answers to its input, and how strongly. Mean Frobenius norm %.4g.%s",
            page.rows(),
            page.norm(),
            ratio),
        "<div class=\"chart\" id=\"spectrum\" role=\"img\" aria-label=\"Singular values of the"
            + " encoder's Jacobian\"></div>");
  }

  private static void restored(PageParts parts, Restored page) {
    boolean pictures = page.rows().stream().noneMatch(r -> r.pictures().isEmpty());
    parts.add(
        "corrupted",
        "Corrupted and restored",
        (pictures ? "Original, corrupted, restored, top to bottom, with the" : "The")
            + " squared error against the original before and after. Drawn as in training.",
        pictures ? triples(page) : table(page));
  }

  private static String triples(Restored page) {
    StringBuilder out = new StringBuilder("<ul class=\"pairs\">");
    for (Restoration row : page.rows()) {
      out.append("<li>")
          .append(Png.image(row.pictures().get(0), row.name() + ", original"))
          .append(Png.image(row.pictures().get(1), row.name() + ", corrupted"))
          .append(Png.image(row.pictures().get(2), row.name() + ", restored"))
          .append("<span class=\"cap\" title=\"")
          .append(Html.escape(row.name()))
          .append("\">")
          .append(Sections.number(row.before()))
          .append(" → <b>")
          .append(Sections.number(row.after()))
          .append("</b></span></li>");
    }
    return out.append("</ul>").toString();
  }

  private static String table(Restored page) {
    StringBuilder out =
        new StringBuilder(
            "<div class=\"scroll\"><table><thead><tr><th>row</th><th"
                + " class=\"number\">corrupted</th><th"
                + " class=\"number\">restored</th></tr></thead><tbody>");
    for (Restoration row : page.rows()) {
      out.append("<tr><td>")
          .append(Html.escape(row.name()))
          .append("</td><td class=\"number\">")
          .append(Sections.number(row.before()))
          .append("</td><td class=\"number\">")
          .append(Sections.number(row.after()))
          .append("</td></tr>");
    }
    return out.append("</tbody></table></div>").toString();
  }
}
