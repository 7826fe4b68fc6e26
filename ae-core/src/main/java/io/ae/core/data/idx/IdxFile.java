package io.ae.core.data.idx;

import io.ae.api.AeException;
import io.ae.core.data.source.ElementType;
import io.ae.core.data.source.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

/**
 * An IDX file whose header has been read and is credible.
 *
 * @param file where it is
 * @param type of the values
 * @param rows size of the first axis
 * @param row sizes of the others
 */
record IdxFile(InputFile file, ElementType type, int rows, int[] row) {
  private static final int HEADER = 4;

  private static final Map<Byte, ElementType> TYPES =
      Map.of(
          (byte) 0x08, ElementType.U8,
          (byte) 0x09, ElementType.I8,
          (byte) 0x0B, ElementType.I16,
          (byte) 0x0C, ElementType.I32,
          (byte) 0x0D, ElementType.F32,
          (byte) 0x0E, ElementType.F64);

  /**
   * Reads the header.
   *
   * @throws AeException {@code AE-D020} if it is none, {@code AE-D021} if the file cannot hold what
   *     it promises
   */
  static IdxFile open(InputFile file) {
    try (InputStream in = file.open()) {
      byte[] magic = new byte[HEADER];
      int found = file.fill(in, magic, HEADER);
      ElementType type = TYPES.get(magic[2]);
      if (found < HEADER || magic[0] != 0 || magic[1] != 0 || type == null || magic[3] < 1) {
        throw new AeException(
            "AE-D020",
            file
                + ": an IDX file begins with two zero bytes, a type (08 09 0b 0c 0d 0e) and the"
                + " number of axes, found "
                + HexFormat.ofDelimiter(" ").formatHex(magic, 0, found)
                + ". Get the file again.");
      }
      byte[] sizes = new byte[4 * magic[3]];
      if (file.fill(in, sizes, sizes.length) < sizes.length) {
        throw new AeException("AE-D021", file + ": the header is cut off. Get the file again.");
      }
      int[] dims = new int[magic[3]];
      ByteBuffer.wrap(sizes).asIntBuffer().get(dims);
      return checked(file, type, dims);
    } catch (IOException e) {
      throw file.failed(e);
    }
  }

  private static IdxFile checked(InputFile file, ElementType type, int[] dims) {
    long room = file.mostBytes();
    long bytes = type.bytes();
    for (int size : dims) {
      // Bounded at each step, so that the product cannot overflow.
      if (size < 1 || bytes > room / size) {
        throw new AeException(
            "AE-D021",
            file
                + ": the header promises "
                + Arrays.toString(dims)
                + " values of "
                + type.bytes()
                + " bytes, the file's "
                + file.size()
                + " bytes cannot hold them. The file is cut off or damaged; get it again.");
      }
      bytes *= size;
    }
    long wanted = HEADER + 4L * dims.length + bytes;
    if (!file.gzip() && file.size() != wanted) {
      throw new AeException(
          "AE-D021",
          file
              + " must be "
              + wanted
              + " bytes long, as its header "
              + Arrays.toString(dims)
              + " says, found "
              + file.size()
              + ". Get the file again.");
    }
    return new IdxFile(file, type, dims[0], Arrays.copyOfRange(dims, 1, dims.length));
  }

  /** Returns the values of one row. */
  int width() {
    return Arrays.stream(row).reduce(1, Math::multiplyExact);
  }

  /** Returns the values behind the header. */
  InputStream values() {
    InputStream in = file.open();
    try {
      in.skipNBytes(HEADER + 4L * (row.length + 1));
      return in;
    } catch (IOException e) {
      throw file.failed(e);
    }
  }

  /** Returns the error of a file that ends before a row does. */
  AeException truncated(int at) {
    return new AeException(
        "AE-D021",
        file
            + ": the header promises "
            + rows
            + " rows, the file ends within row "
            + at
            + " (from 0). Get the file again.");
  }

  /** Refuses bytes behind the last row. */
  void checkEnd(InputStream in) {
    if (file.fill(in, new byte[1], 1) > 0) {
      throw new AeException(
          "AE-D021",
          file + ": there are bytes behind the last of " + rows + " rows. Get the file again.");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IdxFile f && file.path().equals(f.file.path());
  }

  @Override
  public int hashCode() {
    return Objects.hash(file.path());
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
