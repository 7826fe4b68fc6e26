package io.ae.core;

import io.ae.api.AeException;
import io.ae.api.CodeKind;
import io.ae.api.Codes;

/** Tests codes before they are decoded. */
final class CodeChecks {
  private CodeChecks() {}

  /**
   * @throws AeException {@code AE-M003} if the codes are of another kind or width than the model's,
   *     or an element is none of the kind
   */
  static void require(Codes codes, CodeKind kind, int width) {
    if (codes.width() != width || !codes.kind().equals(kind)) {
      throw new AeException(
          "AE-M003",
          "codes must be of "
              + width
              + " elements, "
              + name(kind)
              + ", as this model's are. Got "
              + codes.width()
              + " elements, "
              + name(codes.kind())
              + ".");
    }
    float[] values = codes.values();
    for (int i = 0; i < values.length; i++) {
      if (!allowed(values[i], kind)) {
        throw new AeException(
            "AE-M003",
            "code '"
                + codes.ids().get(i / width)
                + "', element "
                + i % width
                + " must be "
                + one(kind)
                + ". Got "
                + values[i]
                + ".");
      }
    }
  }

  private static boolean allowed(float value, CodeKind kind) {
    if (kind instanceof CodeKind.Bits) {
      return value == 0 || value == 1;
    }
    if (kind instanceof CodeKind.Indices indices) {
      return value >= 0 && value < indices.range() && value == Math.floor(value);
    }
    return Float.isFinite(value);
  }

  private static String name(CodeKind kind) {
    if (kind instanceof CodeKind.Indices indices) {
      return "indices below " + indices.range();
    }
    return kind instanceof CodeKind.Bits ? "bits" : "real numbers";
  }

  private static String one(CodeKind kind) {
    if (kind instanceof CodeKind.Indices indices) {
      return "an index below " + indices.range();
    }
    return kind instanceof CodeKind.Bits ? "0 or 1" : "a finite number";
  }
}
