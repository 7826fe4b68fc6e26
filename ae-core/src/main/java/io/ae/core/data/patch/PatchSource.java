package io.ae.core.data.patch;

import io.ae.api.data.Cursor;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;

/**
 * The patches of a source's pictures, picture by picture, side by side; each has its picture's
 * label and the id {@code PICTURE@TOP+LEFT}.
 */
public final class PatchSource implements Source {
  private final Source pictures;
  private final PatchGrid grid;

  /**
   * @param pictures closed with this
   * @param side pixels of a patch's height and width
   * @throws io.ae.api.AeException {@code AE-D051} if rows are no pictures, or smaller than a patch
   */
  public PatchSource(Source pictures, int side) {
    this.pictures = pictures;
    this.grid = new PatchGrid(pictures.spec(), side, side);
  }

  @Override
  public DataSpec spec() {
    return grid.spec();
  }

  @Override
  public long rows() {
    return pictures.rows() < 0 ? -1 : pictures.rows() * grid.patches();
  }

  @Override
  public Cursor open() {
    return new Cutting(pictures.open());
  }

  @Override
  public void close() {
    pictures.close();
  }

  @Override
  public String toString() {
    return pictures + " (patches)";
  }

  private final class Cutting implements Cursor {
    private final Cursor whole;
    private final float[] picture = new float[pictures.spec().features()];
    private int patch = grid.patches() - 1;

    Cutting(Cursor whole) {
      this.whole = whole;
    }

    @Override
    public boolean next() {
      patch++;
      if (patch == grid.patches()) {
        patch = 0;
        if (!whole.next()) {
          patch = grid.patches() - 1;
          return false;
        }
        whole.values(picture, 0);
      }
      return true;
    }

    @Override
    public void values(float[] into, int at) {
      grid.cut(picture, 0, patch, into, at);
    }

    @Override
    public int label() {
      return whole.label();
    }

    @Override
    public String id() {
      return whole.id() + "@" + grid.top(patch) + "+" + grid.left(patch);
    }

    @Override
    public void close() {
      whole.close();
    }
  }
}
