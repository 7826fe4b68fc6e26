package io.ae.core.data.cifar;

import io.ae.core.data.source.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files in a folder. */
final class FolderBatches implements Batches {
  private final Path folder;

  FolderBatches(Path folder) {
    this.folder = folder;
  }

  @Override
  public Map<String, Long> sizes() {
    Map<String, Long> sizes = new HashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.bin")) {
      for (Path file : files) {
        sizes.put(file.getFileName().toString(), Files.size(file));
      }
    } catch (IOException e) {
      throw InputFile.failed(folder, e);
    }
    return sizes;
  }

  @Override
  public Reader open() {
    return new Reader() {
      private @Nullable InputStream in;

      @Override
      public InputStream file(String name) {
        close();
        InputStream next = InputFile.of(folder.resolve(name), CifarProvider.HINT).open();
        in = next;
        return next;
      }

      @Override
      public void close() {
        try {
          if (in != null) {
            in.close();
          }
        } catch (IOException e) {
          throw InputFile.failed(folder, e);
        }
      }
    };
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
