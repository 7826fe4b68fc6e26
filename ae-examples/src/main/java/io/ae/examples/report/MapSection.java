package io.ae.examples.report;

import java.util.Locale;
import java.util.TreeSet;

/** The map's controls, canvas and colour key. */
final class MapSection {
  private static final String BUTTON = "<button id=\"%s\"%s>%s</button>";

  private MapSection() {}

  static String html(CodeMap map) {
    boolean pictures = !map.pictures().isEmpty();
    StringBuilder out = new StringBuilder("<div class=\"bar\">");
    if (pictures) {
      out.append(String.format(BUTTON, "pictures", " aria-pressed=\"false\"", "Show pictures"));
    }
    out.append(String.format(BUTTON, "zoom-in", " aria-label=\"Zoom in\"", "+"))
        .append(String.format(BUTTON, "zoom-out", " aria-label=\"Zoom out\"", "−"))
        .append(String.format(BUTTON, "reset", "", "Reset"))
        .append("<span class=\"count\">")
        .append(String.format(Locale.ROOT, "%,d", map.rows()))
        .append(map.axes() == 3 ? " points, drag to turn" : " points, drag to move")
        .append("</span></div><div class=\"map")
        .append(map.axes() == 3 ? " turnable" : "")
        .append("\" id=\"map\"><canvas class=\"plot\" tabindex=\"0\" role=\"img\" aria-label=\"")
        .append(map.axes())
        .append("-D map of the codes\"></canvas><div class=\"tip\" aria-hidden=\"true\">");
    if (pictures) {
      Picture first = map.pictures().get(0);
      out.append("<canvas width=\"")
          .append(first.width())
          .append("\" height=\"")
          .append(first.height())
          .append("\"></canvas>");
    }
    out.append("<div></div></div></div><div class=\"key\" id=\"key\" role=\"group\"")
        .append(" aria-label=\"Classes; press one to see it alone\">");
    for (int label : labels(map)) {
      out.append("<button aria-pressed=\"true\"><i style=\"background:")
          .append(Palette.colour(label))
          .append("\"></i>")
          .append(Html.escape(map.className(label)))
          .append("</button>");
    }
    return out.append("</div>").toString();
  }

  /** Returns the labels among the points, ascending. */
  static TreeSet<Integer> labels(CodeMap map) {
    TreeSet<Integer> labels = new TreeSet<>();
    for (int label : map.labels()) {
      labels.add(label);
    }
    return labels;
  }
}
