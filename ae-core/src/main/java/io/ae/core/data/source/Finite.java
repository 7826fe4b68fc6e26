package io.ae.core.data.source;

import io.ae.api.AeException;
import io.ae.api.data.DataSpec;

/** Refuses values that are not finite, naming their place. */
public final class Finite {
  private Finite() {}

  /** Returns whether all values of a range are finite. */
  public static boolean all(float[] values, int from, int to) {
    boolean finite = true;
    for (int i = from; i < to; i++) {
      finite &= Float.isFinite(values[i]);
    }
    return finite;
  }

  /**
   * Checks one row.
   *
   * @param name what messages call the rows
   * @param row number of the row, from 0
   * @throws AeException {@code AE-D010} if a value is not finite
   */
  public static void check(
      String name, DataSpec spec, String id, long row, float[] values, int at) {
    int width = spec.features();
    if (all(values, at, at + width)) {
      return;
    }
    int column = 0;
    while (Float.isFinite(values[at + column])) {
      column++;
    }
    throw refusal(name, spec, id, row, column, values[at + column]);
  }

  private static AeException refusal(
      String name, DataSpec spec, String id, long row, int column, float value) {
    String columnName =
        spec.columns().isEmpty() ? "" : " ('" + spec.columns().get(column).name() + "')";
    String idName = id.equals(Long.toString(row)) ? "" : " (id '" + id + "')";
    return new AeException(
        "AE-D010",
        name
            + ": row "
            + row
            + idName
            + ", column "
            + column
            + columnName
            + " must be a finite number, found "
            + value
            + ". Mend the value or leave the row out; rows and columns count from 0.");
  }
}
