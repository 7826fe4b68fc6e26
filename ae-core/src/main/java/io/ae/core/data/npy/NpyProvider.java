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

/** The kind {@code npy}: one array as rows, another as labels. */
public final class NpyProvider implements SourceProvider {
  /** For the service loader. */
  public NpyProvider() {}

  @Override
  public SourceDescriptor descriptor() {
    return new SourceDescriptor(
        "npy",
        SpiVersion.CURRENT,
        "npy:FILE,labels=FILE,test=FILE,test-labels=FILE",
        "An array of NumPy, its first axis the rows; bytes of pictures are divided by 255.");
  }

  @Override
  public Parts open(Selector selector) {
    Options options = new Options(selector, Set.of("labels", "test", "test-labels"));
    String test = options.text("test");
    return NpyParts.of(
        new NpyArray(file(options.path("a file"))),
        array(options.text("labels")),
        array(test),
        test == null ? null : array(options.text("test-labels")));
  }

  private static @Nullable NpyArray array(@Nullable String path) {
    return path == null ? null : new NpyArray(file(path));
  }

  private static InputFile file(String path) {
    return InputFile.of(Path.of(path), "Name an NPY file.");
  }
}
