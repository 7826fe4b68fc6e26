package io.ae.api;

import java.util.Arrays;
import java.util.List;

/**
 * Codes of some rows.
 *
 * @param kind what the elements are; bits and indices are whole numbers held as floats, exact below
 *     2²⁴
 * @param values row-major, {@code [rows, width]}
 * @param width elements of one code, L
 * @param ids one for each row
 */
public record Codes(CodeKind kind, float[] values, int width, List<String> ids) {
  public Codes {
    ids = List.copyOf(ids);
    if (width < 1 || values.length != (long) ids.size() * width) {
      throw new IllegalArgumentException(
          values.length + " values are not " + ids.size() + " codes of " + width + " elements");
    }
  }

  /** Returns the number of codes. */
  public int rows() {
    return ids.size();
  }

  /** Returns one code, as a copy. */
  public float[] row(int i) {
    return Arrays.copyOfRange(values, i * width, (i + 1) * width);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Codes c
        && kind.equals(c.kind)
        && width == c.width
        && ids.equals(c.ids)
        && Arrays.equals(values, c.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values) * 31 + ids.hashCode();
  }

  @Override
  public String toString() {
    return "Codes[" + kind + ", " + rows() + " × " + width + "]";
  }
}
