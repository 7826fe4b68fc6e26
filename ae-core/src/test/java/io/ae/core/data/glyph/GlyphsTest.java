package io.ae.core.data.glyph;

import static io.ae.core.data.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ae.api.data.Parts;
import io.ae.api.data.Selector;
import io.ae.api.data.Source;
import io.ae.core.data.Dataset;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GlyphsTest {
  private static Parts open(String selector) {
    return new GlyphProvider().open(Selector.parse(selector));
  }

  /** Held on every machine and version of Java: a changed digest changes every number published. */
  @Test
  void bytesAreTheSameEverywhere() throws Exception {
    Parts parts = open("glyphs");
    assertThat(digest(parts.train()))
        .isEqualTo("f7482d9fd5a8c5ff6c7f00d43f5548b090f6523d479300f90b0aa11510e24932");
    assertThat(digest(parts.test()))
        .isEqualTo("a16640ab3b093695a56538efebf7a78192746be1cfaeb24f7d23c3c46e414f75");
  }

  @Test
  void partsShareNoPictureAndClassesAreBalanced() {
    Parts parts = open("glyphs,count=3000,seed=9");
    Dataset train = Dataset.load(parts.train());
    Dataset test = Dataset.load(parts.test());
    assertThat(train.size()).isEqualTo(2700);
    assertThat(test.size()).isEqualTo(300);
    Set<ByteBuffer> seen = new HashSet<>();
    int[] perClass = new int[10];
    for (Dataset part : new Dataset[] {train, test}) {
      for (int i = 0; i < part.size(); i++) {
        assertThat(seen.add(bytes(part.row(i)))).as("%s %d", part, i).isTrue();
        perClass[part.labels()[i]]++;
      }
    }
    assertThat(perClass).containsOnly(300);
  }

  @Test
  void inkLeavesTheBorderAndCoversADigitsShare() {
    Dataset data = Dataset.load(open("glyphs,count=2000").train());
    double ink = 0;
    for (int i = 0; i < data.size(); i++) {
      float[] row = data.row(i);
      float darkest = 0;
      float border = 0;
      for (int p = 0; p < row.length; p++) {
        if (p < 28 || p >= 27 * 28 || p % 28 == 0 || p % 28 == 27) {
          border = Math.max(border, row[p]);
        }
        darkest = Math.max(darkest, row[p]);
        ink += row[p];
      }
      assertThat(border).as("border of picture %d", i).isZero();
      assertThat(darkest).isGreaterThan(.8f);
    }
    assertThat(ink / data.values().length).isBetween(.08, .2);
  }

  @Test
  void aPictureDependsOnSeedAndNumberAlone() {
    Dataset few = Dataset.load(open("glyphs,count=20").train());
    Dataset many = Dataset.load(open("glyphs,count=40").train());
    assertThat(many.row(17)).isEqualTo(few.row(17));
    assertThat(Dataset.load(open("glyphs,count=20,seed=2").train()).row(17))
        .isNotEqualTo(few.row(17));
  }

  @Test
  void badOptionsAreRefused() {
    assertRefused(
        () -> open("glyphs,count=3"),
        "AE-D004 data 'glyphs,count=3': count must be a whole number in [10, 10000000], found"
            + " '3'.");
    assertRefused(
        () -> open("glyphs,seed=x"),
        "AE-D004 data 'glyphs,seed=x': seed must be a whole number, found 'x'.");
    assertRefused(
        () -> open("glyphs:here"),
        "AE-D004 data 'glyphs:here': the path must be left out, for the pictures are drawn, found"
            + " 'here'.");
    assertRefused(
        () -> open("glyphs,size=3"),
        "AE-D002 data 'glyphs,size=3': unknown option [size]; 'glyphs' knows [count, seed]");
  }

  private static String digest(Source source) throws Exception {
    Dataset data = Dataset.load(source);
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    for (int i = 0; i < data.size(); i++) {
      sha.update((byte) data.labels()[i]);
      sha.update(bytes(data.row(i)));
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private static ByteBuffer bytes(float[] row) {
    ByteBuffer bytes = ByteBuffer.allocate(row.length);
    for (float value : row) {
      bytes.put((byte) Math.round(value * 255));
    }
    return bytes.flip();
  }
}
