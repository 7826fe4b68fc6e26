package io.ae.core.data.idx;

import io.ae.api.data.Cursor;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import io.ae.api.graph.Shape;
import io.ae.core.data.source.ElementType;
import io.ae.core.data.source.Finite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** Rows of an IDX file, read as they are asked for. Bytes are divided by 255. */
final class IdxSource implements Source {
  /** Of 255, looked up: a division an element takes as long as a quarter of the unpacking. */
  private static final float[] SHARES = new float[256];

  static {
    for (int i = 0; i < SHARES.length; i++) {
      SHARES[i] = i / 255f;
    }
  }

  private final IdxFile file;
  private final int[] labels;
  private final DataSpec spec;

  /**
   * @param labels one for each row, −1 for none
   * @param classes number of classes; 0 without labels
   */
  IdxSource(IdxFile file, int[] labels, int classes, List<String> classNames) {
    this.file = file;
    this.labels = labels;
    boolean bytes = file.type() == ElementType.U8;
    this.spec =
        new DataSpec(
            shape(file.row()),
            List.of(),
            bytes ? 0 : Double.NEGATIVE_INFINITY,
            bytes ? 1 : Double.POSITIVE_INFINITY,
            1,
            classes,
            classNames);
  }

  private static Shape shape(int[] row) {
    return switch (row.length) {
      case 0 -> Shape.of(1);
      case 2 -> Shape.of(1, row[0], row[1]);
      default -> Shape.of(row);
    };
  }

  @Override
  public DataSpec spec() {
    return spec;
  }

  @Override
  public long rows() {
    return file.rows();
  }

  @Override
  public Cursor open() {
    return new Reading();
  }

  @Override
  public String toString() {
    return file.toString();
  }

  private final class Reading implements Cursor {
    private final InputStream in = file.values();
    private final int width = file.width();
    private final byte[] bytes = new byte[Math.multiplyExact(width, file.type().bytes())];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes);
    private int row = -1;

    @Override
    public boolean next() {
      if (row + 1 >= file.rows()) {
        if (row + 1 == file.rows()) {
          row++;
          file.checkEnd(in);
        }
        return false;
      }
      row++;
      if (file.file().fill(in, bytes, bytes.length) < bytes.length) {
        throw file.truncated(row);
      }
      return true;
    }

    @Override
    public void values(float[] into, int at) {
      if (file.type() == ElementType.U8) {
        for (int i = 0; i < width; i++) {
          into[at + i] = SHARES[bytes[i] & 0xFF];
        }
        return;
      }
      for (int i = 0; i < width; i++) {
        into[at + i] = (float) file.type().get(buffer, i * file.type().bytes());
      }
      if (!file.type().whole()) {
        Finite.check(file.toString(), spec, id(), row, into, at);
      }
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
        throw file.file().failed(e);
      }
    }
  }
}
