package io.ae.cpu.kernel;

import java.util.Arrays;
import java.util.List;

/** Loops that move elements; reals or indices. */
public final class Moves {
  private Moves() {}

  /** Elements from an index on along the first axis of a unit, which has a size. */
  public static UnitStep.Kernel slice(int size, int from, Operand x, Operand y) {
    return units -> {
      int stride = x.unit();
      int n = y.unit();
      int first = size == 0 ? 0 : stride / size * from;
      for (int u = 0; u < units; u++) {
        System.arraycopy(array(x), u * stride + first, array(y), u * n, n);
      }
    };
  }

  /** Zeros before and behind along the first axis of a unit, which has a size. */
  public static UnitStep.Kernel pad(int size, int before, Operand x, Operand y) {
    return units -> {
      int n = x.unit();
      int stride = y.unit();
      int first = size == 0 ? 0 : n / size * before;
      Arrays.fill(y.reals(), 0, units * stride, 0f);
      for (int u = 0; u < units; u++) {
        System.arraycopy(x.reals(), u * n, y.reals(), u * stride + first, n);
      }
    };
  }

  /** Several values one after another along an axis: a unit is everything from the axis on. */
  public static UnitStep.Kernel concat(List<Operand> parts, Operand y) {
    return units -> {
      int n = y.unit();
      int at = 0;
      for (int p = 0; p < parts.size(); p++) {
        int part = parts.get(p).unit();
        for (int u = 0; u < units; u++) {
          System.arraycopy(array(parts.get(p)), u * part, array(y), u * n + at, part);
        }
        at += part;
      }
    };
  }

  private static Object array(Operand o) {
    return o.reals().length > 0 ? o.reals() : o.ints();
  }
}
