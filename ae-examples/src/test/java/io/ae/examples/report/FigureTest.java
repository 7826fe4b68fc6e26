package io.ae.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FigureTest {
  private static BufferedImage drawn(Figure figure) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(figure.png()));
  }

  @Test
  void smallPicturesAreEnlargedAndWrapped() throws IOException {
    Picture black = Picture.of(1, 2, 2, new float[4]);
    BufferedImage one = drawn(new Figure().height(40).strip("a", List.of(black)));
    BufferedImage many =
        drawn(new Figure().height(40).across(3).strip("a", Collections.nCopies(4, black)));

    assertThat(many.getHeight() - one.getHeight()).as("a second line").isEqualTo(40 + 4);
    assertThat(one.getRGB(20 + 39, 20 + 22 + 39) & 0xffffff).as("the last dot").isZero();
    assertThat(one.getRGB(20 + 42, 20 + 22 + 39) & 0xffffff).as("beside it").isEqualTo(0xffffff);
  }

  @Test
  void numbersOfEitherSignAreRedAndBlue() {
    byte[] pixels = Picture.signed(1, 1, 3, new float[] {-2, 0, 1}).pixels();

    assertThat(pixels).as("red").startsWith(0, -1, -1);
    assertThat(pixels).as("blue").endsWith(-1, -1, -128);
  }

  @Test
  void aStripNeedsAPicture() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Figure().strip("a", List.of()));
  }
}
