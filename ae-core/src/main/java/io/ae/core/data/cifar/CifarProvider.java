package io.ae.core.data.cifar;

import io.ae.api.AeException;
import io.ae.api.SpiVersion;
import io.ae.api.data.Parts;
import io.ae.api.data.Selector;
import io.ae.api.data.SourceDescriptor;
import io.ae.api.data.SourceProvider;
import io.ae.core.data.source.InputFile;
import io.ae.core.data.source.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The kind {@code cifar-10}: 50,000 + 10,000 colour pictures of ten classes, 32×32. */
public final class CifarProvider implements SourceProvider {
  static final String HINT =
      "Put the binary version of CIFAR-10 there: cifar-10-binary.tar.gz as it is, or its files"
          + " data_batch_1.bin to data_batch_5.bin and test_batch.bin; it is published on the"
          + " CIFAR-10 home page of Alex Krizhevsky (University of Toronto). The data 'glyphs'"
          + " needs no file.";

  private static final List<String> ARCHIVES =
      List.of("cifar-10-binary.tar.gz", "cifar-10-binary.tar");
  private static final List<String> TRAIN =
      List.of(
          "data_batch_1.bin",
          "data_batch_2.bin",
          "data_batch_3.bin",
          "data_batch_4.bin",
          "data_batch_5.bin");
  private static final List<String> TEST = List.of("test_batch.bin");

  /** For the service loader. */
  public CifarProvider() {}

  @Override
  public SourceDescriptor descriptor() {
    return new SourceDescriptor(
        "cifar-10",
        SpiVersion.CURRENT,
        "cifar-10:DIR|FILE",
        "CIFAR-10's binary version, packed or not: 50,000 + 10,000 colour pictures, 32×32.");
  }

  @Override
  public Parts open(Selector selector) {
    Options options = new Options(selector, Set.of());
    if (selector.path().isEmpty()) {
      throw new AeException(
          "AE-D004", "data '" + selector + "' must name a folder or a file. " + HINT);
    }
    Batches batches = batches(Path.of(options.path("a folder or a file")));
    Map<String, Long> sizes = batches.sizes();
    return new Parts(new CifarSource(batches, sizes, TRAIN), new CifarSource(batches, sizes, TEST));
  }

  private static Batches batches(Path path) {
    if (!Files.isDirectory(path)) {
      return new TarBatches(InputFile.of(path, HINT));
    }
    for (Path folder : List.of(path, path.resolve("cifar-10-batches-bin"))) {
      if (Files.exists(folder.resolve(TRAIN.get(0)))) {
        return new FolderBatches(folder);
      }
    }
    for (String archive : ARCHIVES) {
      if (Files.exists(path.resolve(archive))) {
        return new TarBatches(InputFile.of(path.resolve(archive), HINT));
      }
    }
    throw new AeException("AE-D005", path + " holds no CIFAR-10. " + HINT);
  }
}
