package io.ae.core.data.cifar;

import io.ae.core.data.source.InputFile;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** Files in a tar archive, read where they lie. */
final class TarBatches implements Batches {
  private final InputFile file;

  TarBatches(InputFile file) {
    this.file = file;
  }

  @Override
  public Map<String, Long> sizes() {
    Map<String, Long> sizes = new HashMap<>();
    try (TarReader tar = new TarReader(file)) {
      while (tar.next()) {
        sizes.put(tar.name(), tar.size());
      }
    }
    return sizes;
  }

  @Override
  public Reader open() {
    return new Reader() {
      private TarReader tar = new TarReader(file);

      @Override
      public InputStream file(String name) {
        // Mostly the next entry; one that lies before costs a second run from the start.
        for (int run = 0; run < 2; run++) {
          while (tar.next()) {
            if (tar.name().equals(name)) {
              return tar.content();
            }
          }
          tar.close();
          tar = new TarReader(file);
        }
        throw new IllegalStateException(name + " is gone from " + file);
      }

      @Override
      public void close() {
        tar.close();
      }
    };
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
