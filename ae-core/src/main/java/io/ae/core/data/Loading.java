package io.ae.core.data;

import io.ae.api.AeException;
import io.ae.api.data.Cursor;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import io.ae.core.data.source.Finite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads sources of known or unknown length into memory. */
final class Loading {
  private static final int FIRST_GUESS = 1024;

  private Loading() {}

  static Dataset load(Source source) {
    String name = source.toString();
    DataSpec spec = source.spec();
    int width = spec.features();
    long known = source.rows();
    if (known >= 0) {
      checkSize(name, known, width);
    }
    int capacity = known >= 0 ? (int) known : FIRST_GUESS;
    float[] values = new float[Math.multiplyExact(capacity, width)];
    int[] labels = new int[capacity];
    List<String> ids = new ArrayList<>();
    boolean named = false;
    int n = 0;
    try (Cursor cursor = source.open()) {
      while (cursor.next()) {
        if (n == labels.length) {
          int larger = grown(name, n, width);
          values = Arrays.copyOf(values, larger * width);
          labels = Arrays.copyOf(labels, larger);
        }
        cursor.values(values, n * width);
        labels[n] = cursor.label();
        String id = cursor.id();
        Finite.check(name, spec, id, n, values, n * width);
        // Rows that are merely numbered need no strings; the first id of its own ends that.
        if (!named && !id.equals(Integer.toString(n))) {
          named = true;
          for (int i = 0; i < n; i++) {
            ids.add(Integer.toString(i));
          }
        }
        if (named) {
          ids.add(id);
        }
        n++;
      }
    }
    if (n < labels.length) {
      values = Arrays.copyOf(values, n * width);
      labels = Arrays.copyOf(labels, n);
    }
    return Dataset.ofChecked(name, spec, values, labels, named ? ids::get : Integer::toString);
  }

  private static int grown(String name, int rows, int width) {
    long most = (Integer.MAX_VALUE - 8L) / width;
    long larger = Math.min(Math.max(rows * 2L, FIRST_GUESS), most);
    checkSize(name, Math.max(larger, rows + 1L), width);
    return (int) larger;
  }

  /** Refuses before anything is allocated what neither an array nor the heap can hold. */
  static void checkSize(String name, long rows, int width) {
    long most = Integer.MAX_VALUE - 8L;
    long heap = Runtime.getRuntime().maxMemory();
    if (rows > Math.min(most, heap / Float.BYTES) / width) {
      throw new AeException(
          "AE-D011",
          name
              + ": "
              + rows
              + " rows of "
              + width
              + " values do not fit into memory: Java may use "
              + (heap >> 20)
              + " MiB, and one array holds "
              + most
              + " values. Stream the source, take fewer rows, or start Java with a larger -Xmx.");
    }
  }
}
