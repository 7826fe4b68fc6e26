package io.ae.examples;

import io.ae.api.Autoencoder;
import io.ae.api.Codes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What single units of a code draw. */
final class Units {
  private Units() {}

  /**
   * Returns what the decoder adds to a picture when one unit rises from its mean by two deviations,
   * for the units that vary most over some codes.
   *
   * @param codes of the model
   * @param count units at most
   * @return {@code [units][features]}, of either sign
   */
  static float[][] drawn(Autoencoder model, Codes codes, int count) {
    int width = codes.width();
    double[] mean = new double[width];
    double[] square = new double[width];
    for (int at = 0; at < codes.values().length; at++) {
      double value = codes.values()[at];
      mean[at % width] += value / codes.rows();
      square[at % width] += value * value / codes.rows();
    }
    double[] deviation = new double[width];
    for (int j = 0; j < width; j++) {
      deviation[j] = Math.sqrt(Math.max(0, square[j] - mean[j] * mean[j]));
    }
    List<Integer> units =
        IntStream.range(0, width)
            .boxed()
            .sorted(Comparator.comparingDouble(j -> -deviation[j]))
            .limit(count)
            .toList();
    float[] raised = new float[(units.size() + 1) * width];
    for (int at = 0; at < raised.length; at++) {
      raised[at] = (float) mean[at % width];
    }
    for (int i = 0; i < units.size(); i++) {
      raised[i * width + units.get(i)] += (float) (2 * deviation[units.get(i)]);
    }
    float[][] decoded = model.decode(of(model, raised));
    float[][] drawn = new float[units.size()][decoded[0].length];
    for (int i = 0; i < drawn.length; i++) {
      for (int j = 0; j < drawn[i].length; j++) {
        drawn[i][j] = decoded[i][j] - decoded[units.size()][j];
      }
    }
    return drawn;
  }

  /** Returns numbered codes of a model from their values, {@code [rows, width]}. */
  static Codes of(Autoencoder model, float[] values) {
    int rows = values.length / model.codeWidth();
    List<String> ids = IntStream.range(0, rows).mapToObj(Integer::toString).toList();
    return new Codes(model.codeKind(), values, model.codeWidth(), ids);
  }
}
