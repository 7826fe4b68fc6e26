package io.ae.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ae.api.CodeKind;
import io.ae.api.Codes;
import io.ae.core.metric.CodeStatistics;
import io.ae.examples.report.ReportData.Curve;
import io.ae.examples.report.ReportData.Fact;
import io.ae.examples.report.ReportData.RowResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final String EVIL = "</script><img src=x onerror=alert(1)>\"'&";
  private static final Picture DOT = Picture.of(1, 2, 2, new float[] {0, .5f, 1, Float.MAX_VALUE});

  private static ReportData report(String text, CodeMap map) {
    RowResult row = new RowResult(text, text, 1.5, DOT, DOT);
    return new ReportData(
        text,
        List.of(new Fact(text, text)),
        List.of(new Curve(text, new int[] {1, 2}, new double[] {1, Double.NaN})),
        List.of(row),
        List.of(row),
        List.of(row),
        map,
        CodeStatistics.of(new Codes(CodeKind.real(), map.points(), map.axes(), map.ids())),
        pages(text),
        text,
        List.of(new Fact(text, text)));
  }

  private static List<ModelPage> pages(String text) {
    return List.of(
        new ModelPage.Filters(List.of(DOT, DOT), 3),
        new ModelPage.Activity(0, 1, new double[] {.25, .75}, List.of(new Fact(text, text))),
        new ModelPage.Spectrum(new double[] {2, 1}, 2.236, 20),
        new ModelPage.Restored(
            List.of(new ModelPage.Restoration(text, 7.5, 2.5, List.of(DOT, DOT, DOT)))));
  }

  private static CodeMap map(int axes, String text) {
    return new CodeMap(
        axes,
        new float[2 * axes],
        new int[] {0, -1},
        List.of(text),
        List.of(text, "b"),
        List.of(DOT, DOT),
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
    String html = Report.html(report(EVIL, map(2, EVIL)));

    assertThat(body(html)).doesNotContain("<img src=x").contains("&lt;/script&gt;&lt;img src=x");
    assertThat(json(html)).contains("\\u003c/script>\\u003cimg src=x onerror=alert(1)>\\\"'&");
    assertThat(html.split("</script>", -1)).hasSize(4);
  }

  @Test
  void textsThatLookLikePlacesOfTheFrameStayTexts() throws IOException {
    assertThat(body(Report.html(report("{{echarts}} $1", map(2, "x")))))
        .contains("<h1>{{echarts}} $1</h1>");
  }

  @Test
  void nothingIsLoaded() throws IOException {
    String html = Report.html(report("x", map(3, "x")));
    String body = body(html);

    assertThat(Pattern.compile("(src|href)=\"(?!data:|#)").matcher(body).results()).isEmpty();
    assertThat(body).contains("default-src 'none'", "drag to turn").doesNotContain("@import");
    assertThat(html.length()).as("the charts are inlined").isGreaterThan(500_000);
  }

  @Test
  void partsWithoutContentAreLeftOut() throws IOException {
    ReportData bare =
        new ReportData(
            "x", List.of(), List.of(), List.of(), List.of(), List.of(), null, null, List.of(), "",
            List.of());

    String html = Report.html(bare);
    assertThat(body(html)).doesNotContain("<section");
    assertThat(json(html)).contains("\"map\":null");
  }

  @Test
  void pagesOfThePluginAreShown() throws IOException {
    String html = Report.html(report("x", map(2, "x")));

    assertThat(body(html))
        .contains("id=\"filters\"", "The 2 with the largest weights of 3 units.")
        .contains("id=\"activity\"", "σ2/σ1 is 0.500.")
        .contains("alt=\"x, corrupted\"", "7.5 → <b>2.5</b>");
    assertThat(json(html))
        .contains("\"activity\":{\"low\":0.0,\"high\":1.0,\"shares\":[0.25,0.75]}")
        .contains("\"spectrum\":[2.0,1.0]");
  }

  @Test
  void rowsThatAreNoPicturesComeAsATable() throws IOException {
    RowResult row = new RowResult("r7", null, 1234.5678, null, null);
    ReportData data =
        new ReportData(
            "x",
            List.of(),
            List.of(),
            List.of(row),
            List.of(),
            List.of(),
            null,
            null,
            List.of(),
            "",
            List.of());

    assertThat(body(Report.html(data)))
        .contains("<td>r7</td><td></td><td class=\"number\">1235</td>");
  }

  @Test
  void theMapIsAPngWithItsKey() throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(MapImage.png(map(2, "cat"))));

    assertThat(image.getWidth()).isEqualTo(1200);
    assertThat(image.getHeight()).isEqualTo(1000);
    assertThat(String.format("#%06x", image.getRGB(1019, 79) & 0xffffff))
        .isEqualTo(Palette.colour(0));
  }

  @Test
  void picturesKeepTheirBytes() throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(Png.bytes(DOT)));

    assertThat(image.getRaster().getSamples(0, 0, 2, 2, 0, (int[]) null))
        .containsExactly(0, 128, 255, 255);
    assertThatThrownBy(() -> new Picture(2, 1, 1, new byte[2]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void numbersKeepFourDigits() {
    assertThat(Sections.number(33.7)).isEqualTo("33.70");
    assertThat(Sections.number(.041234)).isEqualTo("0.04123");
    assertThat(Sections.number(1.5e-7)).isEqualTo("1.50e-07");
  }
}
