package io.ae.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.examples.report.ReportData.Fact;
import io.ae.examples.report.SweepData.Point;
import io.ae.examples.report.SweepData.Row;
import io.ae.examples.report.SweepData.Series;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SweepPageTest {
  private static final String EVIL = "</script><img src=x onerror=alert(1)>\"'&";
  private static final Picture DOT = Picture.of(1, 1, 1, new float[] {1});

  private static Point point(String value, double error, Double pca, List<Picture> made) {
    return new Point(value, error, error - 1, error + 1, pca, 1234, 5, made, new double[] {7.5});
  }

  private static SweepData sweep(String text, Picture picture) {
    List<Picture> made = picture == null ? List.of() : List.of(picture);
    List<Point> points = List.of(point("2", 40, 43.6, made), point("8", 20, Double.NaN, made));
    return new SweepData(
        text,
        List.of(new Fact(text, text)),
        "model." + text,
        List.of(new Series(text, points), new Series("other", points)),
        text,
        List.of(new Row(text, text, picture)),
        3,
        text);
  }

  private static String body(String html) {
    return html.substring(0, html.indexOf("<script"));
  }

  private static String json(String html) {
    int at = html.indexOf("<script");
    return html.substring(at, html.indexOf("</script>", at));
  }

  @Test
  void textsOfTheUserStayTexts() throws IOException {
    String html = SweepPage.html(sweep(EVIL, DOT));

    assertThat(body(html)).doesNotContain("<img src=x").contains("&lt;/script&gt;&lt;img src=x");
    assertThat(json(html)).contains("\\u003c/script>\\u003cimg src=x onerror=alert(1)>\\\"'&");
    assertThat(html.split("</script>", -1)).hasSize(4);
  }

  @Test
  void nothingIsLoaded() throws IOException {
    String body = body(SweepPage.html(sweep("code", DOT)));

    assertThat(Pattern.compile("(src|href)=\"(?!data:|#)").matcher(body).results()).isEmpty();
    assertThat(body).contains("default-src 'none'").doesNotContain("@import");
  }

  @Test
  void everySettingShowsTheRowsBesideItsError() throws IOException {
    String body = body(SweepPage.html(sweep("code", DOT)));

    assertThat(body)
        .contains("code 2</span><small>40</small>", "code 8</span><small>20</small>")
        .contains("alt=\"row code, code, code 8\"", "<td class=\"number\">0.9174</td>");
    assertThat(Pattern.compile("<img ").matcher(body).results()).hasSize(6);
  }

  @Test
  void pcaIsOneLineForSeriesOfTheSameSizesWithGapsWhereItIsNotKnown() throws IOException {
    assertThat(json(SweepPage.html(sweep("code", DOT))))
        .containsOnlyOnce("{\"name\":\"PCA\",\"pca\":true,\"values\":[43.6,null]}");
  }

  @Test
  void rowsThatAreNoPicturesComeAsErrors() throws IOException {
    assertThat(body(SweepPage.html(sweep("code", null))))
        .contains("<td>8</td><td class=\"number\">20</td><td class=\"number\">7.5</td>");
  }
}
