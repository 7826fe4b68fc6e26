package io.ae.core.data;

import io.ae.api.AeException;
import io.ae.api.data.Cursor;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import io.ae.core.data.source.Finite;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * Rows in memory, every value finite. Immutable by agreement: {@link #values} and {@link #labels}
 * hand out the arrays themselves, to be read only.
 */
public final class Dataset implements Source {
  private final String name;
  private final DataSpec spec;
  private final float[] values;
  private final int[] labels;
  private final IntFunction<String> ids;

  private Dataset(
      String name, DataSpec spec, float[] values, int[] labels, IntFunction<String> ids) {
    this.name = name;
    this.spec = spec;
    this.values = values;
    this.labels = labels;
    this.ids = ids;
  }

  /**
   * Reads a source to its end; a {@code Dataset} is returned as it is.
   *
   * @throws AeException {@code AE-D010} if a value is not finite, {@code AE-D011} if the rows do
   *     not fit into memory, and whatever the source finds wrong
   */
  public static Dataset load(Source source) {
    return source instanceof Dataset loaded ? loaded : Loading.load(source);
  }

  /**
   * Returns real vectors without labels, copied.
   *
   * @param rows {@code [rows][features]}, all of one width
   * @throws AeException {@code AE-D010} if a row has another width than the first or a value is not
   *     finite, {@code AE-D012} if there is no row
   */
  public static Dataset of(float[][] rows) {
    if (rows.length == 0 || rows[0].length == 0) {
      throw new AeException(
          "AE-D012", "rows: at least one row of at least one value is wanted, found none.");
    }
    return of(DataSpec.vectors(rows[0].length), rows);
  }

  /**
   * Returns rows of a known form without labels, copied.
   *
   * @param rows {@code [rows][features]}, each as wide as the spec says
   * @throws AeException {@code AE-D010} if a row has another width or a value is not finite
   */
  public static Dataset of(DataSpec spec, float[][] rows) {
    int width = spec.features();
    Loading.checkSize("rows", rows.length, width);
    float[] values = new float[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != width) {
        throw new AeException(
            "AE-D010",
            "rows: row " + i + " must have " + width + " values, found " + rows[i].length + ".");
      }
      System.arraycopy(rows[i], 0, values, i * width, width);
    }
    return of("rows", spec, values, unlabelled(rows.length));
  }

  /**
   * Returns rows that are numbered from 0; the arrays are kept, not copied.
   *
   * @param name what messages call the rows, such as the file's path
   * @param values row-major, {@code [rows, features]}
   * @param labels one for each row, −1 for none
   * @throws AeException {@code AE-D010} if a value is not finite
   */
  public static Dataset of(String name, DataSpec spec, float[] values, int[] labels) {
    return of(name, spec, values, labels, Integer::toString);
  }

  /** As {@link #of(String, DataSpec, float[], int[])}, with ids that each row brings. */
  public static Dataset of(
      String name, DataSpec spec, float[] values, int[] labels, IntFunction<String> ids) {
    if (values.length != (long) labels.length * spec.features()) {
      throw new IllegalArgumentException(
          values.length + " values are not " + labels.length + " rows of " + spec.features());
    }
    int width = spec.features();
    for (int i = 0; i < labels.length; i++) {
      if (!Finite.all(values, i * width, (i + 1) * width)) {
        Finite.check(name, spec, ids.apply(i), i, values, i * width);
      }
    }
    return new Dataset(name, spec, values, labels, ids);
  }

  /** As the other, of values that were checked where they were read. */
  static Dataset ofChecked(
      String name, DataSpec spec, float[] values, int[] labels, IntFunction<String> ids) {
    return new Dataset(name, spec, values, labels, ids);
  }

  /**
   * Refuses, before anything is allocated, rows that memory cannot hold.
   *
   * @throws AeException {@code AE-D011} if it cannot
   */
  public static void checkFits(String name, long rows, int features) {
    Loading.checkSize(name, rows, features);
  }

  @Override
  public DataSpec spec() {
    return spec;
  }

  @Override
  public long rows() {
    return labels.length;
  }

  /** Returns the number of rows. */
  public int size() {
    return labels.length;
  }

  /** Returns all values, row-major, {@code [rows, features]}: the array itself, not a copy. */
  public float[] values() {
    return values;
  }

  /** Returns one label a row, −1 for none: the array itself, not a copy. */
  public int[] labels() {
    return labels;
  }

  /** Returns the id of a row: its own, or its number in the source it came from. */
  public String id(int row) {
    return ids.apply(row);
  }

  /** Returns the ids of all rows, as a view. */
  public List<String> ids() {
    return new AbstractList<>() {
      @Override
      public String get(int index) {
        return ids.apply(Objects.checkIndex(index, labels.length));
      }

      @Override
      public int size() {
        return labels.length;
      }
    };
  }

  /** Returns one row, as a copy. */
  public float[] row(int row) {
    int width = spec.features();
    return Arrays.copyOfRange(values, row * width, (row + 1) * width);
  }

  /**
   * Returns some rows in the order given, with their labels and the ids they had.
   *
   * @param rows numbers of rows, each in [0, size)
   */
  public Dataset select(int[] rows) {
    int width = spec.features();
    float[] chosen = new float[Math.multiplyExact(rows.length, width)];
    int[] chosenLabels = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, rows[i] * width, chosen, i * width, width);
      chosenLabels[i] = labels[rows[i]];
    }
    int[] origin = rows.clone();
    return new Dataset(name, spec, chosen, chosenLabels, i -> ids.apply(origin[i]));
  }

  /**
   * Draws a share of the rows, each row equally likely; both parts keep the order of the rows and
   * neither is empty. The same seed draws the same rows on every machine.
   *
   * @param fraction share of the first part, in (0, 1)
   * @throws AeException {@code AE-D012} if there are fewer than two rows
   */
  public Split split(double fraction, long seed) {
    if (!(fraction > 0 && fraction < 1)) {
      throw new IllegalArgumentException("fraction " + fraction + " is not in (0, 1)");
    }
    int n = labels.length;
    if (n < 2) {
      throw new AeException(
          "AE-D012", name + ": at least 2 rows are wanted for two parts, found " + n + ".");
    }
    int take = (int) Math.max(1, Math.min(n - 1L, Math.round(n * fraction)));
    int[] order = new SplitMix(seed).permutation(n);
    int[] first = Arrays.copyOf(order, take);
    int[] rest = Arrays.copyOfRange(order, take, n);
    Arrays.sort(first);
    Arrays.sort(rest);
    return new Split(select(first), select(rest));
  }

  @Override
  public Cursor open() {
    return new DatasetCursor(this);
  }

  /** Returns what messages call these rows. */
  @Override
  public String toString() {
    return name;
  }

  static int[] unlabelled(int rows) {
    int[] labels = new int[rows];
    Arrays.fill(labels, -1);
    return labels;
  }
}
