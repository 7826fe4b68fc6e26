package io.ae.core.data.glyph;

import io.ae.api.SpiVersion;
import io.ae.api.data.Parts;
import io.ae.api.data.Selector;
import io.ae.api.data.SourceDescriptor;
import io.ae.api.data.SourceProvider;
import io.ae.core.data.source.Options;
import java.util.Set;

/** The kind {@code glyphs}: pictures of digits that need no file. The last tenth is for testing. */
public final class GlyphProvider implements SourceProvider {
  private static final long COUNT = 20_000;
  private static final long SEED = 1;

  /** For the service loader. */
  public GlyphProvider() {}

  @Override
  public SourceDescriptor descriptor() {
    return new SourceDescriptor(
        "glyphs",
        SpiVersion.CURRENT,
        "glyphs,count=" + COUNT + ",seed=" + SEED,
        "Hand-drawn looking digits, 28×28, ten classes, drawn by the code itself; needs no file.");
  }

  @Override
  public Parts open(Selector selector) {
    Options options = new Options(selector, Set.of("count", "seed"));
    if (!selector.path().isEmpty()) {
      throw options.bad("the path", selector.path(), "left out, for the pictures are drawn", null);
    }
    long count = options.number("count", COUNT, 10, 10_000_000);
    long seed = options.number("seed", SEED, Long.MIN_VALUE, Long.MAX_VALUE);
    long train = count - count / 10;
    return new Parts(
        new Glyphs(selector + " (train)", seed, 0, train),
        new Glyphs(selector + " (test)", seed, train, count));
  }
}
