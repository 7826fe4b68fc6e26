package io.ae.core.data;

import io.ae.api.AeException;
import io.ae.api.data.Column;
import io.ae.api.data.Cursor;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives new rows the columns and classes of the rows a model was trained on: by name where both
 * have names, by position where one has none.
 */
public final class ColumnMatch {
  private ColumnMatch() {}

  /**
   * Returns a source whose rows look as a model wants them.
   *
   * @param model what the model's rows look like, before scaling
   * @param source new rows
   * @return the source itself where nothing is to be moved
   * @throws AeException {@code AE-D033} if a column is missing or one too many, or the shape
   *     differs; {@code AE-D034} if a class is not the model's
   */
  public static Source to(DataSpec model, Source source) {
    DataSpec found = source.spec();
    int[] classes = classes(model, source);
    boolean named = !model.columns().isEmpty() && !found.columns().isEmpty();
    int[] columns = named ? byName(model, source) : byPosition(model, source);
    if (identity(columns)
        && identity(classes)
        && model.classes() == found.classes()
        && model.row().equals(found.row())) {
      return source;
    }
    return new Matched(model, source, columns, classes);
  }

  private static int[] byPosition(DataSpec model, Source source) {
    DataSpec found = source.spec();
    // Rows handed over as plain vectors have lost their shape, but not their order.
    boolean flat = found.row().rank() == 1 && found.features() == model.features();
    if (!flat && !found.row().equals(model.row())) {
      throw new AeException(
          "AE-D033",
          source
              + ": rows of shape "
              + model.row()
              + " are wanted, as the model was trained on, found "
              + found.row()
              + ". Choose the data the model is for, or train a model on these.");
    }
    return counted(model.features());
  }

  private static int[] byName(DataSpec model, Source source) {
    Map<String, Integer> places = new HashMap<>();
    for (Column column : source.spec().columns()) {
      places.put(column.name(), places.size());
    }
    Set<String> extra = new HashSet<>(places.keySet());
    List<String> missing = new ArrayList<>();
    int[] order = new int[model.features()];
    for (int j = 0; j < order.length; j++) {
      String name = model.columns().get(j).name();
      extra.remove(name);
      Integer place = places.get(name);
      if (place == null) {
        missing.add(name);
      } else {
        order[j] = place;
      }
    }
    if (!missing.isEmpty()) {
      throw new AeException(
          "AE-D033",
          source
              + ": the model's columns "
              + missing
              + " are missing, found "
              + names(source.spec())
              + ". Add them, or say header=true if the first line names the columns.");
    }
    if (!extra.isEmpty()) {
      List<String> kept = new ArrayList<>(names(source.spec()));
      kept.retainAll(extra);
      throw new AeException(
          "AE-D033",
          source
              + ": the columns "
              + kept
              + " are not the model's "
              + names(model)
              + ". Leave them out with drop="
              + String.join("+", kept)
              + ", or name them as label= or id=.");
    }
    return order;
  }

  private static int[] classes(DataSpec model, Source source) {
    List<String> known = model.classNames();
    List<String> found = source.spec().classNames();
    if (model.classes() > 0 && found.isEmpty() && source.spec().classes() > model.classes()) {
      throw new AeException(
          "AE-D034",
          source
              + ": the model knows the classes 0 to "
              + (model.classes() - 1)
              + ", found "
              + (source.spec().classes() - 1)
              + ". Mend the label, leave its rows out, or take no labels.");
    }
    if (known.isEmpty() || found.isEmpty()) {
      return counted(source.spec().classes());
    }
    int[] places = new int[found.size()];
    for (int k = 0; k < places.length; k++) {
      places[k] = known.indexOf(found.get(k));
      if (places[k] < 0) {
        throw new AeException(
            "AE-D034",
            source
                + ": the class '"
                + found.get(k)
                + "' is not one of the model's: "
                + known
                + ". Mend the label, leave its rows out, or say label=none.");
      }
    }
    return places;
  }

  private static List<String> names(DataSpec spec) {
    return spec.columns().stream().map(Column::name).toList();
  }

  private static int[] counted(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    return order;
  }

  private static boolean identity(int[] order) {
    for (int i = 0; i < order.length; i++) {
      if (order[i] != i) {
        return false;
      }
    }
    return true;
  }

  private record Matched(DataSpec model, Source source, int[] columns, int[] classes)
      implements Source {
    @Override
    public DataSpec spec() {
      DataSpec found = source.spec();
      boolean known = model.classes() > 0;
      return new DataSpec(
          model.row(),
          model.columns(),
          found.low(),
          found.high(),
          found.density(),
          known ? model.classes() : found.classes(),
          known ? model.classNames() : found.classNames());
    }

    @Override
    public long rows() {
      return source.rows();
    }

    @Override
    public Cursor open() {
      return new MatchedCursor(source.open(), columns, classes);
    }

    @Override
    public void close() {
      source.close();
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }

    @Override
    public String toString() {
      return source.toString();
    }
  }
}
