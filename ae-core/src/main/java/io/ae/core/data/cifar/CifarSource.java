package io.ae.core.data.cifar;

import io.ae.api.AeException;
import io.ae.api.data.Cursor;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import io.ae.core.data.source.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pictures of some files, one file after another. */
final class CifarSource implements Source {
  static final int PIXELS = 3 * 32 * 32;
  static final int RECORD = 1 + PIXELS;

  private static final DataSpec SPEC =
      DataSpec.pictures(
          3,
          32,
          32,
          10,
          List.of(
              "airplane",
              "automobile",
              "bird",
              "cat",
              "deer",
              "dog",
              "frog",
              "horse",
              "ship",
              "truck"));

  private final Batches batches;
  private final List<String> names;
  private final long rows;

  /**
   * @param names of the files to read, in this order
   * @throws AeException {@code AE-D060} if one is missing or does not hold whole records
   */
  CifarSource(Batches batches, Map<String, Long> sizes, List<String> names) {
    this.batches = batches;
    this.names = names;
    long sum = 0;
    for (String name : names) {
      Long size = sizes.get(name);
      if (size == null) {
        throw new AeException(
            "AE-D060", batches + " lacks the file " + name + ". " + CifarProvider.HINT);
      }
      if (size == 0 || size % RECORD != 0) {
        throw new AeException(
            "AE-D060",
            batches
                + ": "
                + name
                + " must hold records of "
                + RECORD
                + " bytes, found "
                + size
                + " bytes, "
                + size % RECORD
                + " too many. Get the file again.");
      }
      sum += size / RECORD;
    }
    rows = sum;
  }

  @Override
  public DataSpec spec() {
    return SPEC;
  }

  @Override
  public long rows() {
    return rows;
  }

  @Override
  public Cursor open() {
    return new Reading();
  }

  @Override
  public String toString() {
    return batches.toString();
  }

  private final class Reading implements Cursor {
    private final Batches.Reader reader = batches.open();
    private final byte[] record = new byte[RECORD];
    private @Nullable InputStream in;
    private int file;
    private long row = -1;

    @Override
    public boolean next() {
      while (file < names.size()) {
        if (in == null) {
          in = reader.file(names.get(file));
        }
        int found = fill(in);
        if (found == RECORD) {
          row++;
          checkLabel();
          return true;
        }
        if (found > 0) {
          throw new AeException(
              "AE-D060",
              batches + ": " + names.get(file) + " ends within a record. Get the file again.");
        }
        in = null;
        file++;
      }
      if (row + 1 != rows) {
        throw new AeException(
            "AE-D060",
            batches + ": " + rows + " records are wanted, found " + (row + 1) + ". Get it again.");
      }
      return false;
    }

    private int fill(InputStream from) {
      try {
        return from.readNBytes(record, 0, RECORD);
      } catch (IOException e) {
        throw InputFile.failed(Path.of(batches.toString()), e);
      }
    }

    private void checkLabel() {
      if ((record[0] & 0xFF) >= SPEC.classes()) {
        throw new AeException(
            "AE-D060",
            batches
                + ": the label of record "
                + row
                + " must be in [0, 9], found "
                + (record[0] & 0xFF)
                + ". Is it CIFAR-10 in its binary form? Get it again.");
      }
    }

    @Override
    public void values(float[] into, int at) {
      for (int i = 0; i < PIXELS; i++) {
        into[at + i] = (record[1 + i] & 0xFF) / 255f;
      }
    }

    @Override
    public int label() {
      return record[0];
    }

    @Override
    public String id() {
      return Long.toString(row);
    }

    @Override
    public void close() {
      reader.close();
    }
  }
}
