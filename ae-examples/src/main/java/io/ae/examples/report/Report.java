package io.ae.examples.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Renders a report as one HTML file that loads nothing. */
public final class Report {
  private static final String JAR = "META-INF/maven/org.webjars/echarts/pom.properties";
  private static final String CHARTS =
      "META-INF/resources/webjars/echarts/%s/echarts.common.min.js";
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private Report() {}

  /**
   * Renders.
   *
   * @throws IOException if the page's own parts cannot be read from their jars
   */
  public static String html(ReportData data) throws IOException {
    Sections sections = Sections.of(data);
    Map<String, String> values =
        Map.of(
            "title", Html.escape(data.title()),
            "style", resource("report.css"),
            "facts", Sections.facts(data.facts()),
            "contents", sections.contents(),
            "sections", sections.toString(),
            "data", Html.script(ReportJson.of(data)),
            "echarts", echarts(),
            "script", resource("charts.js") + resource("map.js"));
    // One pass over the frame: what stands in a value is never taken for a place.
    return PLACE
        .matcher(resource("report.html"))
        .replaceAll(m -> Matcher.quoteReplacement(values.get(m.group(1))));
  }

  private static String resource(String name) throws IOException {
    return read(Report.class.getResourceAsStream(name), name);
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
