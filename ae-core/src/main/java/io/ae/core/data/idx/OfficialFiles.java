package io.ae.core.data.idx;

import io.ae.api.AeException;
import io.ae.api.data.Parts;
import io.ae.api.data.Selector;
import io.ae.core.data.source.InputFile;
import io.ae.core.data.source.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A folder with the four files of MNIST, or of a set that took over its names.
 *
 * @param title what the set is called
 * @param where where its files are published, in words
 * @param classNames names of its classes
 */
record OfficialFiles(String title, String where, List<String> classNames) {
  private static final List<String> NAMES =
      List.of(
          "train-images-idx3-ubyte",
          "train-labels-idx1-ubyte",
          "t10k-images-idx3-ubyte",
          "t10k-labels-idx1-ubyte");

  Parts open(Selector selector) {
    Options options = new Options(selector, Set.of());
    if (selector.path().isEmpty()) {
      throw new AeException(
          "AE-D004",
          "data '" + selector + "' must name a folder: " + selector.kind() + ":DIR. " + hint());
    }
    Path folder = Path.of(options.path("a folder"));
    if (!Files.isDirectory(folder)) {
      throw new AeException("AE-D005", folder + ": no such folder. " + hint());
    }
    return new Parts(
        part(folder, NAMES.get(0), NAMES.get(1)), part(folder, NAMES.get(2), NAMES.get(3)));
  }

  private IdxSource part(Path folder, String rowsName, String labelsName) {
    IdxFile rows = IdxFile.open(find(folder, rowsName));
    if (rows.row().length != 2) {
      throw new AeException(
          "AE-D020",
          rows
              + " must hold pictures: three axes (magic 00 00 08 03), found "
              + (rows.row().length + 1)
              + ". Are rows and labels swapped?");
    }
    int[] labels = IdxLabels.read(find(folder, labelsName), rows, classNames.size());
    return new IdxSource(rows, labels, classNames.size(), classNames);
  }

  /** Finds a file as published, unpacked, or unpacked by tools that turn the hyphen into a dot. */
  private InputFile find(Path folder, String name) {
    for (String form : List.of(name + ".gz", name, name.replace("-idx", ".idx"))) {
      if (Files.exists(folder.resolve(form))) {
        return InputFile.of(folder.resolve(form), hint());
      }
    }
    throw new AeException(
        "AE-D005", folder + " lacks the file " + name + " (or " + name + ".gz). " + hint());
  }

  private String hint() {
    return "Put the four files of "
        + title
        + " there, gzipped or not: "
        + String.join(", ", NAMES)
        + "; they are published "
        + where
        + ". The data 'glyphs' needs no file.";
  }
}
