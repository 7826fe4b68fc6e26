package io.ae.core;

import io.ae.api.AeException;
import io.ae.api.data.Column;
import io.ae.api.data.Cursor;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import io.ae.core.config.Suggestion;
import java.util.ArrayList;
import java.util.List;

/** Brings the rows of another file into the form that a model knows. */
final class SourceChecks {
  private SourceChecks() {}

  /**
   * Returns the rows with the model's columns in the model's order, by their names where both have
   * some; further columns are left out.
   *
   * @throws AeException {@code AE-D033} if a column is missing, naming it, or rows without names
   *     have another width
   */
  static Source matched(Source rows, DataSpec wanted) {
    DataSpec found = rows.spec();
    if (!wanted.columns().isEmpty() && !found.columns().isEmpty()) {
      return chosen(rows, wanted, columns(rows, wanted));
    }
    if (found.features() != wanted.features()) {
      throw new AeException(
          "AE-D033",
          rows
              + ": rows must have "
              + wanted.features()
              + " values "
              + wanted.row()
              + ", as the model's have. Found "
              + found.features()
              + " "
              + found.row()
              + ".");
    }
    return rows;
  }

  private static int[] columns(Source rows, DataSpec wanted) {
    List<String> names = rows.spec().columns().stream().map(Column::name).toList();
    List<String> missing = new ArrayList<>();
    int[] places = new int[wanted.features()];
    for (int j = 0; j < places.length; j++) {
      String name = wanted.columns().get(j).name();
      places[j] = names.indexOf(name);
      if (places[j] < 0) {
        missing.add(
            "'"
                + name
                + "'"
                + Suggestion.of(name, names).map(n -> " (there is '" + n + "')").orElse(""));
      }
    }
    if (!missing.isEmpty()) {
      throw new AeException(
          "AE-D033",
          rows
              + ": the model needs "
              + (missing.size() == 1 ? "column " : "columns ")
              + String.join(", ", missing)
              + ", which the rows lack. Name the columns as in training.");
    }
    return places;
  }

  private static Source chosen(Source rows, DataSpec wanted, int[] places) {
    boolean same = places.length == rows.spec().features();
    for (int j = 0; j < places.length; j++) {
      same &= places[j] == j;
    }
    return same ? rows : new Chosen(rows, wanted, places);
  }

  private record Chosen(Source all, DataSpec spec, int[] places) implements Source {
    @Override
    public long rows() {
      return all.rows();
    }

    /** Frees nothing: who opened the rows closes them. */
    @Override
    public void close() {}

    @Override
    public String toString() {
      return all.toString();
    }

    @Override
    public Cursor open() {
      return new ChosenCursor(all.open(), places, new float[all.spec().features()]);
    }
  }

  private record ChosenCursor(Cursor cursor, int[] places, float[] all) implements Cursor {
    @Override
    public boolean next() {
      return cursor.next();
    }

    @Override
    public void values(float[] into, int at) {
      cursor.values(all, 0);
      for (int j = 0; j < places.length; j++) {
        into[at + j] = all[places[j]];
      }
    }

    @Override
    public int label() {
      return cursor.label();
    }

    @Override
    public String id() {
      return cursor.id();
    }

    @Override
    public void close() {
      cursor.close();
    }
  }
}
