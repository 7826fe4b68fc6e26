package io.ae.examples.report;

import java.util.List;

/**
 * Codes as points in the plane or in space.
 *
 * @param axes 2 or 3
 * @param points row-major, {@code [rows, axes]}
 * @param labels class of each row from 0, −1 for none
 * @param classNames names of the classes; empty where there are none
 * @param ids one for each row
 * @param pictures one for each row, all of one size; empty unless rows are pictures
 * @param note how the points came about, such as the share of variance that two principal
 *     components keep
 */
public record CodeMap(
    int axes,
    float[] points,
    int[] labels,
    List<String> classNames,
    List<String> ids,
    List<Picture> pictures,
    String note) {
  public CodeMap {
    classNames = List.copyOf(classNames);
    ids = List.copyOf(ids);
    pictures = List.copyOf(pictures);
    int rows = ids.size();
    if (axes != 2 && axes != 3) {
      throw new IllegalArgumentException("a map has 2 or 3 axes, got " + axes);
    }
    if (points.length != rows * axes
        || labels.length != rows
        || !pictures.isEmpty() && pictures.size() != rows) {
      throw new IllegalArgumentException(
          String.format(
              "%d ids, %d coordinates of %d axes, %d labels, %d pictures",
              rows, points.length, axes, labels.length, pictures.size()));
    }
  }

  /** Returns the number of points. */
  public int rows() {
    return ids.size();
  }

  /** Returns the number of classes among the points: the names', or the largest label and one. */
  public int classes() {
    int most = classNames.size();
    for (int label : labels) {
      most = Math.max(most, label + 1);
    }
    return most;
  }

  /** Returns the name of a class, its number if it has none, {@code unlabelled} for −1. */
  public String className(int label) {
    if (label < 0) {
      return "unlabelled";
    }
    return label < classNames.size() ? classNames.get(label) : Integer.toString(label);
  }
}
