package io.ae.core.data.image;

import io.ae.api.AeException;
import io.ae.api.data.Cursor;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import java.nio.file.Path;

/** Pictures of a folder, decoded as they are asked for. */
final class ImageSource implements Source {
  private final ImageFolder folder;
  private final DataSpec spec;
  private final boolean resize;

  /**
   * @param resize whether pictures of another size are brought to the spec's rather than refused
   */
  ImageSource(ImageFolder folder, DataSpec spec, boolean resize) {
    this.folder = folder;
    this.spec = spec;
    this.resize = resize;
  }

  @Override
  public DataSpec spec() {
    return spec;
  }

  @Override
  public long rows() {
    return folder.files().size();
  }

  @Override
  public Cursor open() {
    return new Reading();
  }

  @Override
  public String toString() {
    return folder.toString();
  }

  private final class Reading implements Cursor {
    private int row = -1;

    @Override
    public boolean next() {
      row = Math.min(row + 1, folder.files().size());
      return row < folder.files().size();
    }

    @Override
    public void values(float[] into, int at) {
      int height = spec.row().dim(1);
      int width = spec.row().dim(2);
      Path file = folder.files().get(row);
      Planes picture = ImageFile.read(file, spec.row().dim(0) == 1);
      if (!resize && (picture.height() != height || picture.width() != width)) {
        throw new AeException(
            "AE-D050",
            file
                + " must be "
                + width
                + "x"
                + height
                + " pixels, as the first picture is, found "
                + picture.width()
                + "x"
                + picture.height()
                + ". Say size="
                + width
                + "x"
                + height
                + " to bring all to one size.");
      }
      float[] values = picture.resized(height, width).values();
      System.arraycopy(values, 0, into, at, values.length);
    }

    @Override
    public int label() {
      return folder.labels()[row];
    }

    @Override
    public String id() {
      return folder.id(row);
    }
  }
}
