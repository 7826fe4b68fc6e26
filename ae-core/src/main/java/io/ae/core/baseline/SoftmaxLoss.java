package io.ae.core.baseline;

import io.ae.core.metric.Parallel;
import java.util.Arrays;

/**
 * Mean over labelled rows of −ln softmax(Wx + b)[label], in nats, plus decay/2 · Σ w². Its
 * parameters are {@code [classes][width + 1]}, flat, each class's bias last.
 */
final class SoftmaxLoss implements Lbfgs.Function {
  /** Parts at most whose sums are added in order, whatever the number of threads. */
  private static final int MOST_PARTS = 16;

  private final float[] rows;
  private final int[] labels;
  private final StandardColumns standard;
  private final int classes;
  private final double decay;
  private final int threads;
  private final long counted;
  private final int parts;

  SoftmaxLoss(
      float[] rows,
      int[] labels,
      StandardColumns standard,
      int classes,
      double decay,
      int threads) {
    this.rows = rows;
    this.labels = labels;
    this.standard = standard;
    this.classes = classes;
    this.decay = decay;
    this.threads = threads;
    this.counted = Arrays.stream(labels).filter(l -> l >= 0).count();
    // A part works on whole blocks, so few rows make few parts.
    int blocks = (labels.length + StandardRows.ROWS - 1) / StandardRows.ROWS;
    this.parts = Math.max(1, Math.min(MOST_PARTS, blocks));
  }

  /** Returns weights padded with zeros to a multiple of 4, then the bias, for each class. */
  static float[][] unpacked(double[] parameters, int classes, int width) {
    int padded = (width + 3) / 4 * 4;
    float[][] weights = new float[classes][padded + 1];
    for (int k = 0; k < classes; k++) {
      int at = k * (width + 1);
      for (int j = 0; j < width; j++) {
        weights[k][j] = (float) parameters[at + j];
      }
      weights[k][padded] = (float) parameters[at + width];
    }
    return weights;
  }

  @Override
  public double at(double[] parameters, double[] gradient) {
    float[][] weights = unpacked(parameters, classes, standard.width());
    Sums[] sums = new Sums[parts];
    Parallel.rows(
        parts,
        threads,
        (thread, from, to) -> {
          for (int p = from; p < to; p++) {
            sums[p] = sums(weights, start(p), start(p + 1));
          }
        });
    return total(sums, parameters, gradient);
  }

  private int start(int part) {
    return (int) ((long) labels.length * part / parts);
  }

  private double total(Sums[] sums, double[] parameters, double[] gradient) {
    int width = standard.width();
    double loss = 0;
    for (Sums part : sums) {
      loss += part.loss / counted;
    }
    for (int k = 0; k < classes; k++) {
      int at = k * (width + 1);
      for (int j = 0; j < width; j++) {
        double sum = 0;
        for (Sums part : sums) {
          sum += part.weights[k][j];
        }
        double w = parameters[at + j];
        gradient[at + j] = sum / counted + decay * w;
        loss += decay / 2 * w * w;
      }
      double bias = 0;
      for (Sums part : sums) {
        bias += part.biases[k];
      }
      gradient[at + width] = bias / counted;
    }
    return loss;
  }

  private Sums sums(float[][] weights, int from, int to) {
    Sums sums = new Sums(classes, standard.width());
    StandardRows block = new StandardRows(standard);
    float[][] scores = new float[classes][StandardRows.ROWS];
    for (int first = from; first < to; first += StandardRows.ROWS) {
      int n = Math.min(StandardRows.ROWS, to - first);
      block.load(rows, first, n);
      block.scores(weights, scores);
      for (int r = 0; r < StandardRows.ROWS; r++) {
        sums.residual(scores, r, r < n ? labels[first + r] : -1);
      }
      block.gradients(scores, sums.weights);
    }
    return sums;
  }

  /** Sums over some rows. */
  private static final class Sums {
    private final float[][] weights;
    private final double[] biases;
    private double loss;

    Sums(int classes, int width) {
      weights = new float[classes][width];
      biases = new double[classes];
    }

    /** Puts p − 1 at the label and p elsewhere in the place of a row's scores; zeros for −1. */
    void residual(float[][] scores, int row, int label) {
      float most = Float.NEGATIVE_INFINITY;
      for (float[] score : scores) {
        most = Math.max(most, score[row]);
      }
      double sum = 0;
      for (float[] score : scores) {
        sum += label < 0 ? 0 : Math.exp(score[row] - most);
      }
      if (label >= 0) {
        loss += Math.log(sum) + most - scores[label][row];
      }
      for (int k = 0; k < scores.length; k++) {
        double p = label < 0 ? 0 : Math.exp(scores[k][row] - most) / sum;
        double residual = k == label ? p - 1 : p;
        biases[k] += residual;
        scores[k][row] = (float) residual;
      }
    }
  }
}
