package io.ae.core.baseline;

import io.ae.core.metric.Parallel;
import java.util.Arrays;

/**
 * How well the labels of rows follow from a linear function of them: multinomial logistic
 * regression on standardised columns, the linear probe of a code (G. Alain, Y. Bengio,
 * "Understanding intermediate layers using linear classifier probes", ICLR workshop 2017).
 *
 * <p>Minimises the mean over rows of −ln p(label), in nats, plus {@value #DECAY}/2 · Σ w², by
 * limited-memory BFGS on all rows, from zero; nothing is drawn, and the result does not depend on
 * the number of threads.
 */
public final class LinearProbe {
  /** Factor on half the sum of squared weights; biases are free. */
  static final double DECAY = 1e-4;

  private final StandardColumns standard;
  private final float[][] weights;

  private LinearProbe(StandardColumns standard, float[][] weights) {
    this.standard = standard;
    this.weights = weights;
  }

  /**
   * Learns from labelled rows.
   *
   * @param rows row-major, {@code [rows, width]}, in any units; not changed
   * @param labels one for each row, classes from 0; rows with −1 are not learnt from
   * @param width values of one row, at least 1
   * @param threads at least 1
   */
  public static LinearProbe fit(float[] rows, int[] labels, int width, int threads) {
    check(rows, labels.length, width);
    int classes = Arrays.stream(labels).max().orElse(-1) + 1;
    if (classes == 0) {
      throw new IllegalArgumentException("no row has a label");
    }
    StandardColumns standard = StandardColumns.of(rows, labels, width);
    SoftmaxLoss loss = new SoftmaxLoss(rows, labels, standard, classes, DECAY, threads);
    double[] found = new Lbfgs(loss).minimise(new double[classes * (width + 1)]);
    return new LinearProbe(standard, SoftmaxLoss.unpacked(found, classes, width));
  }

  /**
   * Returns the share of rows whose label is the likeliest class.
   *
   * @param rows row-major, {@code [rows, width]}
   * @param truth one label for each row; rows with −1 are not counted
   * @param threads at least 1
   * @return in [0, 1]; NaN if no row has a label
   */
  public double accuracy(float[] rows, int[] truth, int threads) {
    check(rows, truth.length, standard.width());
    int[] guesses = classify(rows, threads);
    long counted = 0;
    long right = 0;
    for (int i = 0; i < truth.length; i++) {
      counted += truth[i] < 0 ? 0 : 1;
      right += truth[i] >= 0 && truth[i] == guesses[i] ? 1 : 0;
    }
    return counted == 0 ? Double.NaN : (double) right / counted;
  }

  /** Returns the likeliest class of each row of {@code [rows, width]}. */
  public int[] classify(float[] rows, int threads) {
    int[] guesses = new int[rows.length / standard.width()];
    Parallel.rows(
        guesses.length,
        threads,
        (part, from, to) -> {
          StandardRows block = new StandardRows(standard);
          float[][] scores = new float[weights.length][StandardRows.ROWS];
          for (int first = from; first < to; first += StandardRows.ROWS) {
            int n = Math.min(StandardRows.ROWS, to - first);
            block.load(rows, first, n);
            block.scores(weights, scores);
            for (int r = 0; r < n; r++) {
              guesses[first + r] = likeliest(scores, r);
            }
          }
        });
    return guesses;
  }

  private static int likeliest(float[][] scores, int row) {
    int best = 0;
    for (int k = 1; k < scores.length; k++) {
      best = scores[k][row] > scores[best][row] ? k : best;
    }
    return best;
  }

  private static void check(float[] rows, int count, int width) {
    if (width < 1 || rows.length != (long) count * width) {
      throw new IllegalArgumentException(
          rows.length + " values are not " + count + " rows of " + width);
    }
  }
}
