package io.ae.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PcaComparisonTest {
  @TempDir Path folder;

  private ObjectNode compared(String plugin, String epochs) {
    return Run.of("evaluate", trained(plugin, epochs), "--pca", "--json", "--knn", "none").json();
  }

  private String trained(String plugin, String epochs) {
    String file = folder.resolve(plugin + ".ae").toString();
    Run train =
        Run.of(
            "train",
            "--quiet",
            "--model",
            plugin,
            "--data",
            "glyphs,count=300",
            "--backend",
            "java",
            "--epochs",
            epochs,
            "--batch",
            "10",
            "--set",
            "model.code=1",
            "--out",
            file);
    assertThat(train.err()).isEmpty();
    return file;
  }

  @Test
  void isStoredByTrainingAndToldForTheSameRowsOnly() {
    String file = trained("dense", "1");
    double computed =
        Run.of("evaluate", file, "--pca", "--json", "--knn", "none")
            .json()
            .get("pcaSquaredError")
            .doubleValue();
    double stored =
        Run.of("evaluate", file, "--json", "--knn", "none")
            .json()
            .get("pcaSquaredError")
            .doubleValue();
    assertThat(stored).isCloseTo(computed, within(1e-3 * computed));
    assertThat(Run.of("evaluate", file, "--knn", "none").out()).contains("loses: its error is ");
    Run other = Run.of("evaluate", file, "--part", "train", "--knn", "none");
    assertThat(other.out()).contains("not known for these rows; see --pca");
  }

  @Test
  void linearComesNearPca() {
    ObjectNode result = compared("linear", "80");
    double pca = result.get("pcaSquaredError").doubleValue();
    assertThat(result.get("squaredError").doubleValue()).isCloseTo(pca, within(.05 * pca));
    assertThat(result.get("pcaAngle").doubleValue()).isBetween(0., 20.);
  }

  @Test
  void aDecoderThatIsNotAffineSpansNoSpace() {
    ObjectNode result = compared("dense", "1");
    assertThat(result.get("pcaSquaredError").doubleValue()).isPositive();
    assertThat(result.has("pcaAngle")).isFalse();
  }
}
