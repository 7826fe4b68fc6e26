package io.ae.core.conformance;

import io.ae.api.backend.Session;
import java.util.ArrayList;
import java.util.List;

/** The pattern of the kit's sparse rows: about half of the elements, and row 1 is empty. */
final class SparseRows {
  private SparseRows() {}

  static boolean kept(int row, int column) {
    return row != 1 && (row * 3 + column * 5) % 4 < 2;
  }

  /** Returns the non-zeros of dense rows, from the pattern's row 0 on. */
  static double[] drop(double[] dense, int width) {
    return drop(dense, width, 0);
  }

  /** Returns the non-zeros of dense rows, from one of the pattern's rows on. */
  static double[] drop(double[] dense, int width, int first) {
    List<Double> kept = new ArrayList<>();
    for (int i = 0; i < dense.length; i++) {
      if (kept(first + i / width, i % width)) {
        kept.add(dense[i]);
      }
    }
    return kept.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Returns the columns of the non-zeros of one row. */
  static List<Integer> columns(int row, int width) {
    List<Integer> columns = new ArrayList<>();
    for (int c = 0; c < width; c++) {
      if (kept(row, c)) {
        columns.add(c);
      }
    }
    return columns;
  }

  /** Fills the three inputs of sparse rows, from the pattern's row 0 on. */
  static void put(Session session, String name, double[] values, int width, int rows) {
    put(session, name, values, width, 0, rows);
  }

  /** Fills the three inputs of sparse rows, from one of the pattern's rows on. */
  static void put(Session session, String name, double[] values, int width, int first, int rows) {
    double[] lengths = new double[rows];
    List<Integer> columns = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      List<Integer> ofRow = columns(first + r, width);
      lengths[r] = ofRow.size();
      columns.addAll(ofRow);
    }
    put(session, name + ".lengths", lengths);
    put(session, name + ".columns", columns.stream().mapToDouble(Integer::doubleValue).toArray());
    put(session, name + ".values", values);
  }

  private static void put(Session session, String name, double[] values) {
    Tensors.put(session.input(name), session.type(name), values);
  }
}
