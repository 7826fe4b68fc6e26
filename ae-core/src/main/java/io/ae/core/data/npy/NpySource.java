package io.ae.core.data.npy;

import io.ae.api.data.Cursor;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import io.ae.api.graph.Shape;
import io.ae.core.data.Dataset;
import io.ae.core.data.source.ElementType;
import io.ae.core.data.source.Finite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of an array, the first axis. Unsigned bytes of two or more axes a row are pictures and are
 * divided by 255; all other values stay as they are.
 */
final class NpySource implements Source {
  private final NpyArray array;
  private final int[] labels;
  private final DataSpec spec;
  private final boolean picture;

  private NpySource(NpyArray array, int[] labels, int classes) {
    this.array = array;
    this.labels = labels;
    int[] row = array.row();
    picture = array.header().type() == ElementType.U8 && row.length >= 2;
    boolean byteRange = array.header().type() == ElementType.U8;
    Shape shape =
        row.length == 0
            ? Shape.of(1)
            : row.length == 2 ? Shape.of(1, row[0], row[1]) : Shape.of(row);
    spec =
        new DataSpec(
            shape,
            List.of(),
            byteRange ? 0 : Double.NEGATIVE_INFINITY,
            picture ? 1 : byteRange ? 255 : Double.POSITIVE_INFINITY,
            1,
            classes,
            List.of());
  }

  /**
   * Opens the rows of an array; one in Fortran's order is read into memory at once.
   *
   * @param labels one for each row, −1 for none
   * @param classes number of classes; 0 without labels
   */
  static Source of(NpyArray array, int[] labels, int classes) {
    NpySource source = new NpySource(array, labels, classes);
    if (!array.header().fortran() || array.row().length == 0) {
      return source;
    }
    Dataset.checkFits(source.toString(), array.rows(), array.width());
    float[] values = array.turned();
    for (int i = 0; source.picture && i < values.length; i++) {
      values[i] /= 255;
    }
    return Dataset.of(source.toString(), source.spec, values, labels);
  }

  @Override
  public DataSpec spec() {
    return spec;
  }

  @Override
  public long rows() {
    return array.rows();
  }

  @Override
  public Cursor open() {
    return new Reading();
  }

  @Override
  public String toString() {
    return array.file().toString();
  }

  private final class Reading implements Cursor {
    private final InputStream in = array.values();
    private final ElementType type = array.header().type();
    private final byte[] bytes = new byte[Math.multiplyExact(array.width(), type.bytes())];
    private @Nullable ByteBuffer buffer;
    private int row = -1;

    @Override
    public boolean next() {
      if (row + 1 >= array.rows()) {
        return false;
      }
      row++;
      buffer = array.read(in, bytes, row);
      return true;
    }

    @Override
    public void values(float[] into, int at) {
      if (buffer == null) {
        throw new IllegalStateException("there is no row here");
      }
      float unit = picture ? 255 : 1;
      for (int i = 0, from = 0; from < bytes.length; i++, from += type.bytes()) {
        into[at + i] = (float) type.get(buffer, from) / unit;
      }
      Finite.check(array.file().toString(), spec, id(), row, into, at);
    }

    @Override
    public int label() {
      return labels[row];
    }

    @Override
    public String id() {
      return Integer.toString(row);
    }

    @Override
    public void close() {
      try {
        in.close();
      } catch (IOException e) {
        throw array.file().failed(e);
      }
    }
  }
}
