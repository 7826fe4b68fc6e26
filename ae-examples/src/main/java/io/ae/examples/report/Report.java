package io.ae.examples.report;

import java.io.IOException;
import java.util.List;

/** Renders a report as one HTML file that loads nothing. */
public final class Report {
  private Report() {}

  /**
   * Renders.
   *
   * @throws IOException if the page's own parts cannot be read from their jars
   */
  public static String html(ReportData data) throws IOException {
    return new Page(
            "ae report",
            data.title(),
            data.facts(),
            Sections.of(data),
            ReportJson.of(data),
            List.of("charts.js", "map.js"))
        .html();
  }
}
