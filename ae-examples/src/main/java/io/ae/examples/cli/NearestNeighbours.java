package io.ae.examples.cli;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Classes by the majority of the nearest labelled rows, in Euclidean distance. */
final class NearestNeighbours {
  private NearestNeighbours() {}

  /**
   * Returns the share of labelled rows whose class the majority of their neighbours has; of equal
   * majorities the one whose nearest member is nearest.
   *
   * @param train row-major, {@code [n, width]}
   * @param trainLabels −1 for none: such a row is nobody's neighbour
   * @param rows row-major, {@code [m, width]}
   * @param labels −1 for none: such a row is not counted
   * @param k neighbours
   */
  static double accuracy(
      float[] train, int[] trainLabels, float[] rows, int[] labels, int width, int k) {
    int[] known = IntStream.range(0, trainLabels.length).filter(i -> trainLabels[i] >= 0).toArray();
    int[] asked = IntStream.range(0, labels.length).filter(i -> labels[i] >= 0).toArray();
    long right =
        Arrays.stream(asked)
            .parallel()
            .filter(
                i -> {
                  int[] nearest = nearest(train, known, rows, i, width, k);
                  return majority(nearest, trainLabels) == labels[i];
                })
            .count();
    return asked.length == 0 ? Double.NaN : right / (double) asked.length;
  }

  /** Returns the nearest rows, the nearest first. */
  private static int[] nearest(
      float[] train, int[] known, float[] rows, int row, int width, int k) {
    int most = Math.min(k, known.length);
    float[] distances = new float[most];
    int[] nearest = new int[most];
    Arrays.fill(distances, Float.POSITIVE_INFINITY);
    for (int candidate : known) {
      float d = distance(train, candidate * width, rows, row * width, width, distances[most - 1]);
      if (d < distances[most - 1]) {
        int at = most - 1;
        for (; at > 0 && distances[at - 1] > d; at--) {
          distances[at] = distances[at - 1];
          nearest[at] = nearest[at - 1];
        }
        distances[at] = d;
        nearest[at] = candidate;
      }
    }
    return nearest;
  }

  /** Returns the squared distance, or something larger than the limit once it is passed. */
  private static float distance(float[] a, int i, float[] b, int j, int width, float limit) {
    float sum = 0;
    for (int from = 0; from < width && sum <= limit; from += 64) {
      int to = Math.min(width, from + 64);
      for (int d = from; d < to; d++) {
        float difference = a[i + d] - b[j + d];
        sum += difference * difference;
      }
    }
    return sum;
  }

  private static int majority(int[] nearest, int[] labels) {
    int best = -1;
    int most = 0;
    for (int one : nearest) {
      int votes = 0;
      for (int other : nearest) {
        votes += labels[other] == labels[one] ? 1 : 0;
      }
      if (votes > most) {
        most = votes;
        best = labels[one];
      }
    }
    return best;
  }
}
