package io.ae.examples;

import io.ae.api.Autoencoder;
import io.ae.api.Codes;
import io.ae.core.metric.CodeStatistics;
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
    List<CodeStatistics.Unit> all = CodeStatistics.of(codes).units();
    int width = codes.width();
    int[] units = liveliest(codes, count);
    float[] raised = new float[(units.length + 1) * width];
    for (int at = 0; at < raised.length; at++) {
      raised[at] = (float) all.get(at % width).mean();
    }
    for (int i = 0; i < units.length; i++) {
      raised[i * width + units[i]] += (float) (2 * all.get(units[i]).deviation());
    }
    float[][] decoded = model.decode(of(model, raised));
    float[][] drawn = new float[units.length][decoded[0].length];
    for (int i = 0; i < drawn.length; i++) {
      for (int j = 0; j < drawn[i].length; j++) {
        drawn[i][j] = decoded[i][j] - decoded[units.length][j];
      }
    }
    return drawn;
  }

  /** Returns the units that vary most over some codes, most first, at most so many. */
  static int[] liveliest(Codes codes, int count) {
    List<CodeStatistics.Unit> units = CodeStatistics.of(codes).units();
    return IntStream.range(0, units.size())
        .boxed()
        .sorted(Comparator.comparingDouble(j -> -units.get(j).deviation()))
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Returns numbered codes of a model from their values, {@code [rows, width]}. */
  static Codes of(Autoencoder model, float[] values) {
    int rows = values.length / model.codeWidth();
    List<String> ids = IntStream.range(0, rows).mapToObj(Integer::toString).toList();
    return new Codes(model.codeKind(), values, model.codeWidth(), ids);
  }
}
