package io.ae.core.data.idx;

import io.ae.api.AeException;
import io.ae.core.data.source.ElementType;
import io.ae.core.data.source.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The labels that stand beside an IDX file of rows. */
final class IdxLabels {
  private IdxLabels() {}

  /**
   * Reads one label for each row.
   *
   * @param classes number of classes, or −1 if the labels themselves say it
   * @throws AeException {@code AE-D020} if these are no labels or one lies outside, {@code AE-D022}
   *     if there are more or fewer than rows
   */
  static int[] read(InputFile file, IdxFile rows, int classes) {
    IdxFile labels = IdxFile.open(file);
    if (labels.type() != ElementType.U8 || labels.row().length != 0) {
      throw new AeException(
          "AE-D020",
          file
              + " must hold labels: bytes in one axis (magic 00 00 08 01), found "
              + labels.type()
              + " in "
              + (labels.row().length + 1)
              + " axes. Are rows and labels swapped?");
    }
    if (labels.rows() != rows.rows()) {
      throw new AeException(
          "AE-D022",
          rows
              + " has "
              + rows.rows()
              + " rows, "
              + file
              + " has "
              + labels.rows()
              + " labels: there must be one for each row. Take both files from the same set.");
    }
    byte[] bytes = new byte[labels.rows()];
    try (InputStream in = labels.values()) {
      int found = file.fill(in, bytes, bytes.length);
      if (found < bytes.length) {
        throw labels.truncated(found);
      }
      labels.checkEnd(in);
    } catch (IOException e) {
      throw file.failed(e);
    }
    int[] values = new int[bytes.length];
    Arrays.setAll(values, i -> bytes[i] & 0xFF);
    for (int i = 0; i < values.length && classes >= 0; i++) {
      if (values[i] >= classes) {
        throw new AeException(
            "AE-D020",
            file
                + ": label "
                + i
                + " must be in [0, "
                + (classes - 1)
                + "], found "
                + values[i]
                + ". Get the file again.");
      }
    }
    return values;
  }
}
