package io.ae.core.data.idx;

import io.ae.api.SpiVersion;
import io.ae.api.data.Parts;
import io.ae.api.data.Selector;
import io.ae.api.data.Source;
import io.ae.api.data.SourceDescriptor;
import io.ae.api.data.SourceProvider;
import io.ae.core.data.source.InputFile;
import io.ae.core.data.source.Options;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kind {@code idx}: any IDX file of rows, with labels or without. */
public final class IdxProvider implements SourceProvider {
  private static final String HINT = "Name an IDX file, gzipped or not.";

  /** For the service loader. */
  public IdxProvider() {}

  @Override
  public SourceDescriptor descriptor() {
    return new SourceDescriptor(
        "idx",
        SpiVersion.CURRENT,
        "idx:FILE,labels=FILE,test=FILE,test-labels=FILE",
        "Rows of an IDX file, gzipped or not; bytes are divided by 255.");
  }

  @Override
  public Parts open(Selector selector) {
    Options options = new Options(selector, Set.of("labels", "test", "test-labels"));
    IdxFile train = IdxFile.open(InputFile.of(Path.of(options.path("a file")), HINT));
    int[] trainLabels = labels(options.text("labels"), train);
    String testFile = options.text("test");
    IdxFile test = testFile == null ? null : IdxFile.open(InputFile.of(Path.of(testFile), HINT));
    int[] testLabels = test == null ? new int[0] : labels(options.text("test-labels"), test);
    int classes = Math.max(classes(trainLabels), classes(testLabels));
    return new Parts(
        source(train, trainLabels, classes),
        test == null ? null : source(test, testLabels, classes));
  }

  private static int[] labels(@Nullable String file, IdxFile rows) {
    if (file != null) {
      return IdxLabels.read(InputFile.of(Path.of(file), HINT), rows, -1);
    }
    int[] none = new int[rows.rows()];
    Arrays.fill(none, -1);
    return none;
  }

  private static int classes(int[] labels) {
    return Arrays.stream(labels).max().orElse(-1) + 1;
  }

  private static Source source(IdxFile file, int[] labels, int classes) {
    return new IdxSource(file, labels, classes, List.of());
  }
}
