package io.ae.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginPagesTest {
  @TempDir Path folder;

  private String report(String data, String plugin, String set) throws IOException {
    Path page = folder.resolve(plugin + ".html");
    Run run =
        Run.of(
            ("train --quiet --epochs 1 --batch 32 --backend java --threads 1 --model "
                    + plugin
                    + " --data "
                    + data
                    + " --set "
                    + set
                    + " --report "
                    + page)
                .split(" "));
    assertThat(run.err()).isEmpty();
    String html = Files.readString(page);
    return html.substring(0, html.indexOf("<script"));
  }

  private static long count(String html, String pattern) {
    return Pattern.compile(pattern).matcher(html).results().count();
  }

  @Test
  void aReportHasThePagesThatThePluginAsksFor() throws IOException {
    String page = report("glyphs,count=60", "contractive", "model.code=5");

    assertThat(page)
        .contains("id=\"filters\"", "id=\"activations\"", "mean over 6 test rows")
        .doesNotContain("id=\"corrupted\"");
    assertThat(count(page, "alt=\"filter \\d+\"")).isEqualTo(5);
  }

  @Test
  void corruptedRowsStandBesideWhatIsRestored() throws IOException {
    String page = report("glyphs,count=60", "denoising", "model.hidden=[4]");

    assertThat(page).contains("id=\"corrupted\"").doesNotContain("id=\"jacobian\"");
    assertThat(count(page, "alt=\"row \\d+, corrupted\"")).isEqualTo(6);
  }

  @Test
  void rowsThatAreNoPicturesHaveNoFilters() throws IOException {
    Path table = folder.resolve("t.csv");
    Files.writeString(table, "a,b\n" + "1,2\n3,4\n5,7\n".repeat(10));

    assertThat(report("csv:" + table, "denoising", "model.hidden=[4]"))
        .contains("id=\"activations\"", "id=\"corrupted\"", "corrupted</th>")
        .doesNotContain("id=\"filters\"");
  }
}
