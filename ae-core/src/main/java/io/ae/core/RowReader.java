package io.ae.core;

import io.ae.api.AeException;
import io.ae.api.data.Cursor;
import java.util.List;

/** Hands out rows in blocks. */
interface RowReader {
  /**
   * Copies the next rows.
   *
   * @param into row-major
   * @param most rows at most
   * @return how many, 0 past the last
   */
  int read(float[] into, int most);

  /** Returns the id of a row that was read, counted from 0. */
  String id(int row);

  /**
   * Returns a reader of rows in memory.
   *
   * @throws AeException {@code AE-D010} while reading, if a row has another width or a value is not
   *     finite
   */
  static RowReader of(float[][] rows, int features) {
    return new RowReader() {
      private int next;

      @Override
      public int read(float[] into, int most) {
        int n = Math.min(most, rows.length - next);
        for (int i = 0; i < n; i++, next++) {
          check(rows[next], next, features);
          System.arraycopy(rows[next], 0, into, i * features, features);
        }
        return n;
      }

      @Override
      public String id(int row) {
        return Integer.toString(row);
      }
    };
  }

  /**
   * Returns a reader of a cursor's rows.
   *
   * @param ids where the ids of rows are kept
   */
  static RowReader of(Cursor cursor, int features, List<String> ids) {
    return new RowReader() {
      private int next;

      @Override
      public int read(float[] into, int most) {
        int n = 0;
        while (n < most && cursor.next()) {
          cursor.values(into, n * features);
          for (int j = n * features; j < (n + 1) * features; j++) {
            if (!Float.isFinite(into[j])) {
              throw notFinite(next, j - n * features, into[j]);
            }
          }
          ids.add(cursor.id());
          n++;
          next++;
        }
        return n;
      }

      @Override
      public String id(int row) {
        return ids.get(row);
      }
    };
  }

  private static void check(float[] row, int number, int features) {
    if (row.length != features) {
      throw new AeException(
          "AE-D010",
          "rows: row " + number + " must have " + features + " values, found " + row.length + ".");
    }
    for (int j = 0; j < features; j++) {
      if (!Float.isFinite(row[j])) {
        throw notFinite(number, j, row[j]);
      }
    }
  }

  private static AeException notFinite(int row, int column, float value) {
    return new AeException(
        "AE-D010",
        "rows: row "
            + row
            + ", column "
            + column
            + " must be a finite number, found "
            + value
            + ". Mend the value or leave the row out; rows and columns count from 0.");
  }
}
