package io.ae.api;

/**
 * Rows as a model gives them back, in the data's own units.
 *
 * @param rows {@code [rows][features]}
 * @param squaredError sum over features of (x − z)² for each row, in squared units of the scaled
 *     data the model works on
 */
public record Reconstruction(float[][] rows, double[] squaredError) {
  /** Returns the mean over rows and features of (x − z)²; NaN for no rows. */
  public double mse() {
    double sum = 0;
    for (double e : squaredError) {
      sum += e;
    }
    return rows.length == 0 ? Double.NaN : sum / ((double) rows.length * rows[0].length);
  }
}
