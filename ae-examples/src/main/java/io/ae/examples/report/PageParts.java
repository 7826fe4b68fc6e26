package io.ae.examples.report;

import java.util.ArrayList;
import java.util.List;

/** The parts of a page one after another, and the links to them. */
final class PageParts {
  private final List<String> ids = new ArrayList<>();
  private final List<String> titles = new ArrayList<>();
  private final StringBuilder html = new StringBuilder();

  /**
   * Adds a part.
   *
   * @param id where its link leads
   * @param title a few words, shown as they are
   * @param note what it shows, as plain text
   * @param content as HTML
   */
  void add(String id, String title, String note, String content) {
    ids.add(id);
    titles.add(title);
    html.append("<section id=\"")
        .append(id)
        .append("\"><h2>")
        .append(title)
        .append("</h2><p class=\"note\">")
        .append(Html.escape(note))
        .append("</p>\n")
        .append(content)
        .append("</section>\n");
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
}
