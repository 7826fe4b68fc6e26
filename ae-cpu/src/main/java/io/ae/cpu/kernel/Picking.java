package io.ae.cpu.kernel;

import io.ae.api.AeException;
import java.util.Arrays;

/** Loops of ops that pick by index or by rank; units are vectors along the last axis. */
public final class Picking {
  private Picking() {}

  /** Index of the largest of each unit, the first of equals. */
  public static UnitStep.Kernel argMax(Operand x, Operand y) {
    return units -> {
      int n = x.unit();
      float[] values = x.reals();
      int[] at = y.ints();
      for (int u = 0; u < units; u++) {
        int best = u * n;
        for (int i = best + 1; i < (u + 1) * n; i++) {
          if (values[i] > values[best]) {
            best = i;
          }
        }
        at[u] = best - u * n;
      }
    };
  }

  /** 1 at the k largest of each unit, the first of equals, else 0. */
  public static UnitStep.Kernel topKMask(int k, Operand x, Operand y, int capacity) {
    float[] sorted = new float[Math.max(1, capacity)];
    return units -> {
      int n = x.unit();
      float[] values = x.reals();
      float[] mask = y.reals();
      Arrays.fill(mask, 0, units * n, 0f);
      for (int u = 0; u < units && k > 0; u++) {
        int from = u * n;
        System.arraycopy(values, from, sorted, 0, n);
        Arrays.sort(sorted, 0, n);
        float least = sorted[n - k];
        int left = k;
        for (int i = from; i < from + n; i++) {
          // Compared as sorted: -0 below 0 there, equal here.
          if (values[i] > least) {
            mask[i] = 1f;
            left--;
          }
        }
        for (int i = from; i < from + n && left > 0; i++) {
          if (mask[i] == 0f && values[i] == least) {
            mask[i] = 1f;
            left--;
          }
        }
      }
    };
  }

  /** 1 at the index, zeros elsewhere; zeros throughout for −1. */
  public static UnitStep.Kernel oneHot(int size, Operand index, Operand y) {
    return units -> {
      int[] at = index.ints();
      float[] values = y.reals();
      Arrays.fill(values, 0, units * size, 0f);
      for (int u = 0; u < units; u++) {
        if (at[u] != -1) {
          values[u * size + check("one-hot", at[u], size)] = 1f;
        }
      }
    };
  }

  /** The table's entry of each index. */
  public static UnitStep.Kernel gather(int size, Operand table, Operand index, Operand y) {
    return units -> {
      int n = y.unit();
      for (int u = 0; u < units; u++) {
        int at = check("gather", index.ints()[u], size);
        System.arraycopy(table.reals(), at * n, y.reals(), u * n, n);
      }
    };
  }

  /** Stops the run if one of the first n indices is none; a loop that C2 vectorises. */
  static void check(String op, int[] indices, int n, int size) {
    int wrong = 0;
    for (int i = 0; i < n; i++) {
      wrong |= indices[i] | (size - 1 - indices[i]);
    }
    for (int i = 0; wrong < 0 && i < n; i++) {
      check(op, indices[i], size);
    }
  }

  /** Returns the index, or stops the run. */
  static int check(String op, int index, int size) {
    if (index < 0 || index >= size) {
      throw new AeException(
          "AE-B023",
          op
              + ": an index from 0 to "
              + (size - 1)
              + " was wanted, found "
              + index
              + ". Look at the labels or codes that feed it");
    }
    return index;
  }
}
