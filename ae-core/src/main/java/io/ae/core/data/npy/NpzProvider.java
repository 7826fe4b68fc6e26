package io.ae.core.data.npy;

import io.ae.api.SpiVersion;
import io.ae.api.data.Parts;
import io.ae.api.data.Selector;
import io.ae.api.data.SourceDescriptor;
import io.ae.api.data.SourceProvider;
import io.ae.core.data.source.InputFile;
import io.ae.core.data.source.Options;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kind {@code npz}: arrays of one archive as rows and labels. */
public final class NpzProvider implements SourceProvider {
  /** For the service loader. */
  public NpzProvider() {}

  @Override
  public SourceDescriptor descriptor() {
    return new SourceDescriptor(
        "npz",
        SpiVersion.CURRENT,
        "npz:FILE,x=X,y=y|none,test-x=NAME,test-y=NAME",
        "Arrays of NumPy in one archive: rows X and labels y; bytes of pictures are divided by"
            + " 255.");
  }

  @Override
  public Parts open(Selector selector) {
    Options options = new Options(selector, Set.of("x", "y", "test-x", "test-y"));
    NpzFile file = new NpzFile(InputFile.of(Path.of(options.path("a file")), "Name an NPZ file."));
    String x = options.text("x");
    NpyArray train = file.array(x == null ? "X" : x);
    String y = options.text("y");
    if (y == null && file.names().contains("y")) {
      y = "y";
    }
    String testX = options.text("test-x");
    return NpyParts.of(
        train,
        array(file, y),
        array(file, testX),
        testX == null ? null : array(file, options.text("test-y")));
  }

  private static @Nullable NpyArray array(NpzFile file, @Nullable String name) {
    return name == null || name.equals("none") ? null : file.array(name);
  }
}
