package io.ae.core.data.glyph;

import io.ae.api.data.Cursor;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import io.ae.core.data.SplitMix;
import java.util.List;

/**
 * A run of the endless row of digits that a seed stands for. Each ten in a row hold every class
 * once, in random order; a picture depends on the seed and its number alone.
 */
final class Glyphs implements Source {
  private static final int CLASSES = 10;
  private static final DataSpec SPEC =
      DataSpec.pictures(
          1,
          Pen.SIZE,
          Pen.SIZE,
          CLASSES,
          List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));

  private final String name;
  private final long seed;
  private final long from;
  private final long to;

  Glyphs(String name, long seed, long from, long to) {
    this.name = name;
    this.seed = seed;
    this.from = from;
    this.to = to;
  }

  @Override
  public DataSpec spec() {
    return SPEC;
  }

  @Override
  public long rows() {
    return to - from;
  }

  @Override
  public Cursor open() {
    return new Drawing();
  }

  @Override
  public String toString() {
    return name;
  }

  /** Returns a generator that belongs to one purpose and number. */
  private SplitMix random(long purpose, long number) {
    return new SplitMix(new SplitMix(seed + purpose).nextLong() + number * 0xD1342543DE82EF95L);
  }

  private final class Drawing implements Cursor {
    private final Pen pen = new Pen();
    private final byte[] picture = new byte[Pen.SIZE * Pen.SIZE];
    private long number = from - 1;

    @Override
    public boolean next() {
      number = Math.min(number + 1, to);
      return number < to;
    }

    @Override
    public int label() {
      return random(1, number / CLASSES).permutation(CLASSES)[(int) (number % CLASSES)];
    }

    @Override
    public void values(float[] into, int at) {
      SplitMix random = random(2, number);
      List<List<Stroke>> ways = Skeletons.of(label());
      List<Stroke> way = ways.get(random.nextInt(ways.size()));
      double radius = random.between(.75, 1.75);
      double ink = random.between(225, 255);
      pen.clear();
      for (double[] line : new Hand(random).write(way)) {
        pen.draw(line, radius * random.between(.85, 1.15), radius * random.between(.75, 1.1));
      }
      pen.read(ink, picture);
      for (int i = 0; i < picture.length; i++) {
        into[at + i] = (picture[i] & 0xFF) / 255f;
      }
    }

    @Override
    public String id() {
      return Long.toString(number - from);
    }
  }
}
