package io.ae.examples.report;

import io.ae.examples.report.ReportData.Fact;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One HTML file that loads nothing: the frame that every page has, with the charts' library inside.
 *
 * @param brand what kind of page it is, such as {@code ae report}
 * @param title as plain text
 * @param facts figures that head the page
 * @param parts what it shows
 * @param data for its scripts, as JSON
 * @param scripts names of the page's own scripts, in their order
 */
record Page(
    String brand,
    String title,
    List<Fact> facts,
    PageParts parts,
    String data,
    List<String> scripts) {
  private static final String JAR = "META-INF/maven/org.webjars/echarts/pom.properties";
  private static final String CHARTS =
      "META-INF/resources/webjars/echarts/%s/echarts.common.min.js";
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  /**
   * Renders.
   *
   * @throws IOException if the page's own parts cannot be read from their jars
   */
  String html() throws IOException {
    StringBuilder code = new StringBuilder(resource("frame.js"));
    for (String script : scripts) {
      code.append(resource(script));
    }
    Map<String, String> values =
        Map.of(
            "brand", Html.escape(brand),
            "title", Html.escape(title),
            "style", resource("report.css"),
            "facts", figures(facts),
            "contents", parts.contents(),
            "sections", parts.toString(),
            "data", Html.script(data),
            "echarts", echarts(),
            "script", code.toString());
    // One pass over the frame: what stands in a value is never taken for a place.
    return PLACE
        .matcher(resource("report.html"))
        .replaceAll(m -> Matcher.quoteReplacement(values.get(m.group(1))));
  }

  private static String figures(List<Fact> facts) {
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

  private static String resource(String name) throws IOException {
    return read(Page.class.getResourceAsStream(name), name);
  }

  /** The WebJar lies on the class path, beside the modules, and tells its own version. */
  private static String echarts() throws IOException {
    Properties jar = new Properties();
    try (InputStream in = ClassLoader.getSystemResourceAsStream(JAR)) {
      if (in == null) {
        throw new IOException(JAR + " is not on the class path");
      }
      jar.load(in);
    }
    String script = String.format(CHARTS, jar.getProperty("version"));
    return read(ClassLoader.getSystemResourceAsStream(script), script);
  }

  private static String read(@Nullable InputStream in, String name) throws IOException {
    if (in == null) {
      throw new IOException(name + " is not on the class path");
    }
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
