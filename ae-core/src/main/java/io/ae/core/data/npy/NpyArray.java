package io.ae.core.data.npy;

import io.ae.api.AeException;
import io.ae.core.data.source.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** An array whose head has been read and is credible. */
final class NpyArray {
  private static final int MOST_CLASSES = 1 << 16;

  private final Bytes file;
  private final NpyHeader header;

  NpyArray(Bytes file) {
    this.file = file;
    try (InputStream in = file.open()) {
      this.header = NpyHeader.read(file, in);
    } catch (IOException e) {
      throw file.failed(e);
    }
    if (header.shape().length == 0 || Arrays.stream(header.shape()).anyMatch(size -> size == 0)) {
      throw new AeException(
          "AE-D012", file + ": at least one row is wanted, found the shape " + shapeText() + ".");
    }
  }

  Bytes file() {
    return file;
  }

  NpyHeader header() {
    return header;
  }

  int rows() {
    return header.shape()[0];
  }

  /** Returns the sizes of the axes behind the first. */
  int[] row() {
    return Arrays.copyOfRange(header.shape(), 1, header.shape().length);
  }

  /** Returns the values of one row. */
  int width() {
    return Arrays.stream(row()).reduce(1, Math::multiplyExact);
  }

  String shapeText() {
    return Arrays.toString(header.shape());
  }

  /** Returns a stream at the first value. */
  InputStream values() {
    InputStream in = file.open();
    try {
      in.skipNBytes(header.length());
      return in;
    } catch (IOException e) {
      throw file.failed(e);
    }
  }

  /**
   * Reads values that lie side by side.
   *
   * @param row named in the message if the file ends before
   * @throws AeException {@code AE-D041} if it does
   */
  ByteBuffer read(InputStream in, byte[] into, int row) {
    if (file.fill(in, into, into.length) < into.length) {
      throw new AeException(
          "AE-D041",
          file
              + ": the header promises the shape "
              + shapeText()
              + ", the file ends at row "
              + row
              + " (from 0). Get the file again.");
    }
    return ByteBuffer.wrap(into).order(header.order());
  }

  /**
   * Reads all values of an array in Fortran's order, turned to rows.
   *
   * @return row-major, {@code [rows, width]}
   */
  float[] turned() {
    int[] shape = header.shape();
    int width = width();
    int rows = rows();
    float[] turned = new float[Math.multiplyExact(rows, width)];
    byte[] column = new byte[Math.multiplyExact(rows, header.type().bytes())];
    int[] place = new int[shape.length];
    try (InputStream in = values()) {
      // The first axis changes fastest: a run of it is one column of the rows.
      for (int c = 0; c < width; c++) {
        ByteBuffer buffer = read(in, column, 0);
        int target = 0;
        for (int axis = 1; axis < shape.length; axis++) {
          target = target * shape[axis] + place[axis];
        }
        for (int i = 0; i < rows; i++) {
          turned[i * width + target] = (float) header.type().get(buffer, i * header.type().bytes());
        }
        for (int axis = 1; axis < shape.length; axis++) {
          if (++place[axis] < shape[axis]) {
            break;
          }
          place[axis] = 0;
        }
      }
    } catch (IOException e) {
      throw file.failed(e);
    }
    return turned;
  }

  /**
   * Reads the array as classes of rows.
   *
   * @param rows number of rows they belong to
   * @throws AeException {@code AE-D022} if there are more or fewer, {@code AE-D042} if one is no
   *     class
   */
  int[] labels(NpyArray rows) {
    if (rows() != rows.rows() || width() != 1) {
      throw new AeException(
          "AE-D022",
          rows.file
              + " has "
              + rows.rows()
              + " rows, "
              + file
              + " has the shape "
              + shapeText()
              + ": one label for each row is wanted. Take both from the same set.");
    }
    int[] labels = new int[rows()];
    byte[] bytes = new byte[header.type().bytes()];
    try (InputStream in = values()) {
      for (int i = 0; i < labels.length; i++) {
        double value = header.type().get(read(in, bytes, i), 0);
        if (value != Math.rint(value) || value < -1 || value >= MOST_CLASSES) {
          throw new AeException(
              "AE-D042",
              file
                  + ": label "
                  + i
                  + " must be a whole number from 0 to "
                  + (MOST_CLASSES - 1)
                  + ", or -1 for none, found "
                  + value
                  + ". Choose another array for the labels, or none.");
        }
        labels[i] = (int) value;
      }
    } catch (IOException e) {
      throw file.failed(e);
    }
    return labels;
  }
}
