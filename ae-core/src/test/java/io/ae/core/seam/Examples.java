package io.ae.core.seam;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Rows for a run, by the names of inputs.
 *
 * @param given reals as {@code double[]}, indices as {@code int[]}
 */
record Examples(int rows, long firstRow, int nonZeros, Map<String, Object> given) {
  /** Rows on a few directions in [0, 1], so that there is something to learn. */
  static Examples dense(int rows, int width, long seed) {
    Random random = new Random(seed);
    double[] a = random.doubles(width, -1, 1).toArray();
    double[] b = random.doubles(width, -1, 1).toArray();
    double[] x = new double[rows * width];
    for (int i = 0; i < rows; i++) {
      double u = random.nextGaussian();
      double v = random.nextGaussian();
      for (int j = 0; j < width; j++) {
        x[i * width + j] = 1 / (1 + Math.exp(-u * a[j] * 2 - v * b[j] * 2));
      }
    }
    return new Examples(rows, 0, 0, Map.of("x", x));
  }

  /** Sparse rows of counts: each of two topics has words of its own. */
  static Examples text(int rows, int words, long seed) {
    Random random = new Random(seed);
    int[] lengths = new int[rows];
    List<Integer> columns = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < words; j++) {
        boolean topic = j < words / 2 == (i % 2 == 0);
        if (random.nextDouble() < (topic ? .6 : .05)) {
          lengths[i]++;
          columns.add(j);
          values.add(1.0 + random.nextInt(3));
        }
      }
    }
    Map<String, Object> given = new HashMap<>();
    given.put("x.lengths", lengths);
    given.put("x.columns", columns.stream().mapToInt(Integer::intValue).toArray());
    given.put("x.values", values.stream().mapToDouble(Double::doubleValue).toArray());
    return new Examples(rows, 0, values.size(), given);
  }

  /** Returns these rows with labels. */
  Examples labelled(int... labels) {
    Map<String, Object> more = new HashMap<>(given);
    more.put("label", labels);
    return new Examples(rows, firstRow, nonZeros, more);
  }

  /** Returns these rows, numbered from another one. */
  Examples from(long row) {
    return new Examples(rows, row, nonZeros, given);
  }

  /** Returns the dense rows {@code [from, to)}, numbered as they were. */
  Examples part(int from, int to) {
    double[] x = (double[]) given.get("x");
    int width = x.length / rows;
    double[] part = java.util.Arrays.copyOfRange(x, from * width, to * width);
    return new Examples(to - from, firstRow + from, 0, Map.of("x", part));
  }
}
