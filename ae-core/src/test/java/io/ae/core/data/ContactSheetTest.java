package io.ae.core.data;

import static io.ae.core.data.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ae.api.data.DataSpec;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactSheetTest {
  @TempDir Path folder;

  @Test
  void bandsTakeTurnsAndPixelsAreZoomed() throws Exception {
    DataSpec spec = DataSpec.pictures(1, 1, 2, 0, List.of());
    float[] originals = {0, 1, 1, 0, .5f, .5f};
    float[] copies = {-3, 9, 1, 1, 0, 0};
    Path file = folder.resolve("sheet.png");
    new ContactSheet(spec, 2, 3).write(file, List.of(originals, copies));
    BufferedImage sheet = ImageIO.read(file.toFile());
    assertThat(sheet.getWidth()).isEqualTo(2 + 2 * (6 + 2));
    assertThat(sheet.getHeight()).isEqualTo(2 + 4 * (3 + 2));
    assertThat(grey(sheet, 2, 2)).isZero();
    assertThat(grey(sheet, 5, 4)).isEqualTo(255);
    assertThat(grey(sheet, 8, 2)).isEqualTo(0x60);
    assertThat(grey(sheet, 2, 7)).as("below zero is black").isZero();
    assertThat(grey(sheet, 5, 7)).as("above one is white").isEqualTo(255);
    assertThat(grey(sheet, 2, 12)).as("third original").isEqualTo(128);
    assertThat(grey(sheet, 2, 17)).as("third copy").isZero();
  }

  @Test
  void coloursComeInPlanes() throws Exception {
    DataSpec spec = DataSpec.pictures(3, 1, 1, 0, List.of());
    byte[] png = new ContactSheet(spec, 1, 1).png(List.of(new float[] {1, 0, 1}));
    BufferedImage sheet = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(sheet.getRGB(2, 2)).isEqualTo(0xFFFF00FF);
  }

  @Test
  void vectorsAreNoPictures() {
    assertRefused(
        () -> new ContactSheet(DataSpec.vectors(4), 1, 1),
        "AE-D050 a sheet of pictures needs rows of shape [1, Y, X] or [3, Y, X], found [4].");
  }

  private static int grey(BufferedImage image, int x, int y) {
    return image.getRaster().getSample(x, y, 0);
  }
}
