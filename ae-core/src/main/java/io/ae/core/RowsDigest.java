package io.ae.core;

import io.ae.api.data.Cursor;
import io.ae.api.data.Source;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Says by which rows a model was trained. */
final class RowsDigest {
  private RowsDigest() {}

  /**
   * A digest and the number of rows that went into it.
   *
   * @param sha256 in hexadecimal, over each row's values (float32, little-endian) and label (i32)
   */
  record Digest(String sha256, long rows) {}

  /** Reads every row. */
  static Digest of(Source rows) {
    MessageDigest digest = sha256();
    float[] row = new float[rows.spec().features()];
    ByteBuffer bytes = ByteBuffer.allocate(4 * row.length + 4).order(ByteOrder.LITTLE_ENDIAN);
    long n = 0;
    try (Cursor cursor = rows.open()) {
      while (cursor.next()) {
        cursor.values(row, 0);
        bytes.clear();
        bytes.asFloatBuffer().put(row);
        bytes.putInt(4 * row.length, cursor.label());
        digest.update(bytes);
        n++;
      }
    }
    return new Digest(HexFormat.of().formatHex(digest.digest()), n);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
