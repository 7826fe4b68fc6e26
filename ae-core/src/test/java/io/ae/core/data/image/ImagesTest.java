package io.ae.core.data.image;

import static io.ae.core.data.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.AeException;
import io.ae.api.data.Parts;
import io.ae.api.data.Selector;
import io.ae.core.data.Dataset;
import io.ae.core.data.Png;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesTest {
  @TempDir Path folder;

  @Test
  void subFoldersAreClassesAndPathsAreIds() throws IOException {
    grey("cat/b.png", 2, 1, 0, 128);
    grey("cat/a.png", 2, 1, 255, 51);
    grey("ant/c.png", 2, 1, 1, 2);
    grey("loose.png", 2, 1, 3, 4);
    Files.writeString(folder.resolve(".hidden"), "");
    Dataset data = open(",gray=true");
    assertThat(data.ids()).containsExactly("loose.png", "ant/c.png", "cat/a.png", "cat/b.png");
    assertThat(data.labels()).containsExactly(-1, 0, 1, 1);
    assertThat(data.spec().classNames()).containsExactly("ant", "cat");
    assertThat(data.spec().row().toString()).isEqualTo("[1, 1, 2]");
    // The file's own numbers, which Java's conversion of grey to sRGB would change.
    assertThat(data.row(2)).containsExactly(1, .2f);
    assertThat(data.row(3)).containsExactly(0, 128 / 255f);
  }

  @Test
  void coloursComeInPlanesAndTurnToBrightness() throws IOException {
    byte[] rgb = {(byte) 255, 0, 0, 0, 0, (byte) 255};
    Files.write(folder.resolve("rgb.png"), Png.encode(2, 1, 3, rgb));
    assertThat(open("").values()).containsExactly(1, 0, 0, 0, 0, 1);
    float[] grey = open(",gray=true").values();
    assertThat(grey[0]).isCloseTo(.299f, within(1e-6f));
    assertThat(grey[1]).isCloseTo(.114f, within(1e-6f));
  }

  @Test
  void picturesAreCutIntoPatches() throws IOException {
    grey("a.png", 3, 2, 0, 51, 102, 153, 204, 255);
    Dataset data = open(",gray=true,patch=2");
    assertThat(data.ids()).containsExactly("a.png@0+0", "a.png@0+1");
    assertThat(data.row(1)).containsExactly(.2f, .4f, .8f, 1);
    assertThat(catchThrowable(() -> open(",gray=true,patch=3")))
        .isInstanceOf(AeException.class)
        .hasMessageContaining("a side from 1 to 2")
        .hasMessageContaining("found 3");
    assertThat(catchThrowable(() -> open(",patch=many")))
        .isInstanceOf(AeException.class)
        .hasMessageContaining("patch must be a whole number");
  }

  @Test
  void transparencyIsShownOnWhite() throws IOException {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x00FF0000);
    ImageIO.write(image, "png", folder.resolve("clear.png").toFile());
    assertThat(open("").values()).containsExactly(1, 1, 1);
  }

  @Test
  void aSizeBringsAllToOne() throws IOException {
    grey("a.png", 4, 2, 0, 255, 0, 0, 255, 0, 0, 0);
    grey("b.png", 1, 1, 51);
    Dataset data = open(",gray=true,size=2x1");
    assertThat(data.row(0)).containsExactly(.5f, 0);
    assertThat(data.row(1)).containsExactly(.2f, .2f);
    Path second = folder.resolve("b.png");
    assertRefused(
        () -> open(",gray=true"),
        "AE-D050 "
            + second
            + " must be 4x2 pixels, as the first picture is, found 1x1. Say size=4x2 to bring all"
            + " to one size.");
  }

  @Test
  void areasThatDoNotAlignAreWeighted() {
    Planes line = new Planes(1, 1, 3);
    for (int x = 0; x < 3; x++) {
      line.set(0, 0, x, x);
    }
    float[] two = line.resized(1, 2).values();
    assertThat(two[0]).isCloseTo(1 / 3f, within(1e-6f));
    assertThat(two[1]).isCloseTo(5 / 3f, within(1e-6f));
    assertThat(line.resized(2, 3).values()).containsExactly(0, 1, 2, 0, 1, 2);
  }

  @Test
  void trainAndTestFoldersAreParts() throws IOException {
    grey("train/a/1.png", 1, 1, 1);
    grey("train/b/2.png", 1, 1, 2);
    grey("test/b/3.png", 1, 1, 3);
    Parts parts = new ImagesProvider().open(Selector.parse("images:" + folder + ",gray=true"));
    assertThat(Dataset.load(parts.train()).labels()).containsExactly(0, 1);
    assertThat(Dataset.load(parts.test()).labels()).as("the class b").containsExactly(1);
  }

  @Test
  void whatIsNoPictureIsNamed() throws IOException {
    assertRefused(
        () -> open(""),
        "AE-D012 "
            + folder
            + ": pictures are wanted (.png, .jpg, .jpeg, .gif, .bmp), here or in one folder for"
            + " each class, found none.");
    Path file = Files.writeString(folder.resolve("a.png"), "no picture");
    assertRefused(
        () -> open(""),
        "AE-D050 "
            + file
            + " cannot be read as a picture: it is none of the kinds read here (PNG, JPEG, GIF,"
            + " BMP). Replace it or take it out.");
    Path other = Files.writeString(folder.resolve("b.webp"), "");
    assertRefused(
        () -> open(""),
        "AE-D050 "
            + other
            + " is no picture that is read here (.png, .jpg, .jpeg, .gif, .bmp). Convert it or move"
            + " it elsewhere, so that none is left out unseen.");
    assertRefused(
        () -> new ImagesProvider().open(Selector.parse("images:" + other)),
        "AE-D005 " + other + ": no such folder. Name one with pictures, or one for each class.");
  }

  @Test
  void aCutOffPictureIsRefused() throws IOException {
    byte[] noise = new byte[30 * 30];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (i * i * 31);
    }
    byte[] png = Png.encode(30, 30, 1, noise);
    Path file = Files.write(folder.resolve("a.png"), Arrays.copyOf(png, png.length / 2));
    assertThat(catchThrowable(() -> open("")))
        .isInstanceOf(AeException.class)
        .hasMessageStartingWith(file + " cannot be read as a picture: ");
  }

  @Test
  void aPictureOfAbsurdSizeAllocatesNothing() throws IOException {
    byte[] png = Png.encode(1, 1, 1, new byte[1]);
    // Width and height stand behind the signature and the chunk's head; the checksum follows.
    ByteBuffer bytes = ByteBuffer.wrap(png);
    bytes.putInt(16, 100_000).putInt(20, 100_000);
    CRC32 sum = new CRC32();
    sum.update(png, 12, 17);
    bytes.putInt(29, (int) sum.getValue());
    Path file = Files.write(folder.resolve("a.png"), png);
    assertRefused(
        () -> open(""),
        "AE-D050 "
            + file
            + " cannot be read as a picture: it says it has 10000000000 pixels, at most 100000000"
            + " are read. Replace it or take it out.");
  }

  @Test
  void aBadSizeIsRefused() throws IOException {
    grey("a.png", 1, 1, 1);
    assertRefused(
        () -> open(",size=28"),
        "AE-D004 data 'images:"
            + folder
            + ",size=28': size must be WIDTHxHEIGHT in pixels, each from 1 to 4096, found '28'.");
  }

  private Dataset open(String options) {
    Parts parts = new ImagesProvider().open(Selector.parse("images:" + folder + options));
    assertThat(parts.test()).isNull();
    return Dataset.load(parts.train());
  }

  private void grey(String name, int width, int height, int... pixels) throws IOException {
    byte[] bytes = new byte[pixels.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) pixels[i];
    }
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, Png.encode(width, height, 1, bytes));
  }
}
