package io.ae.core;

import io.ae.api.AeException;
import io.ae.api.data.Cursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands out rows in blocks. */
interface RowReader {
  /**
   * Copies the next rows.
   *
   * @param into row-major
   * @param most rows at most
   * @param ids takes the id of each; null if nobody wants them
   * @return how many, 0 past the last
   */
  int read(float[] into, int most, @Nullable List<String> ids);

  /** Returns how many rows there are, −1 if only reading to the end tells. */
  long known();

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
      public int read(float[] into, int most, @Nullable List<String> ids) {
        int n = Math.min(most, rows.length - next);
        for (int i = 0; i < n; i++, next++) {
          check(rows[next], next, features);
          System.arraycopy(rows[next], 0, into, i * features, features);
          if (ids != null) {
            ids.add(Integer.toString(next));
          }
        }
        return n;
      }

      @Override
      public long known() {
        return rows.length;
      }
    };
  }

  /**
   * Returns a reader of a cursor's rows.
   *
   * @param rows how many the source says there are, −1 if it does not know
   */
  static RowReader of(Cursor cursor, long rows, int features) {
    return new RowReader() {
      private int next;

      @Override
      public int read(float[] into, int most, @Nullable List<String> ids) {
        int n = 0;
        while (n < most && cursor.next()) {
          cursor.values(into, n * features);
          for (int j = n * features; j < (n + 1) * features; j++) {
            if (!Float.isFinite(into[j])) {
              throw notFinite(next, j - n * features, into[j]);
            }
          }
          if (ids != null) {
            ids.add(cursor.id());
          }
          n++;
          next++;
        }
        return n;
      }

      @Override
      public long known() {
        return rows;
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
