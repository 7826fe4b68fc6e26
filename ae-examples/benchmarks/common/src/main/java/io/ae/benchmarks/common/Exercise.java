package io.ae.benchmarks.common;

import java.io.IOException;
import java.nio.file.Path;

/** What a worker repeats: the next rows made ready, then one step with them. */
abstract sealed class Exercise implements AutoCloseable {
  final WorkItem item;
  final float[] rows;
  final int[] labels;
  private final Images images;
  private long next;

  private Exercise(WorkItem item, Images images) {
    this.item = item;
    this.images = images;
    this.rows = new float[item.batch() * images.width()];
    this.labels = new int[item.batch()];
  }

  static Exercise of(Contender contender, WorkItem item, Setting setting, Images images) {
    return item.encodes()
        ? new OfEncoding(item, images, contender.encode(item, setting, InitialWeights.of(item)))
        : new OfTraining(item, images, contender.train(item, setting, InitialWeights.of(item)));
  }

  /** Makes the next batch's rows ready. */
  final void prepare() {
    images.batch(next, item.batch(), rows);
    images.labels(next, item.batch(), labels);
    next++;
  }

  /** Prepares and runs. */
  final void step() {
    prepare();
    run();
  }

  /** Runs one step with the rows that are ready. */
  abstract void run();

  /** Runs one step with the first rows alone. */
  abstract void run(int n);

  /** Returns the last step's loss; of codes their mean square, for comparison. */
  abstract double loss();

  abstract double evaluate(Images test);

  abstract void encodeFile(Path in, Path out) throws IOException;

  @Override
  public abstract void close();

  private static final class OfTraining extends Exercise {
    private final Training training;

    private OfTraining(WorkItem item, Images images, Training training) {
      super(item, images);
      this.training = training;
    }

    @Override
    void run() {
      training.step(rows, labels);
    }

    @Override
    void run(int n) {
      training.step(rows, labels, n);
    }

    @Override
    double loss() {
      return training.loss();
    }

    @Override
    double evaluate(Images test) {
      int batches = test.count() / item.batch();
      double sum = 0;
      float[] testRows = new float[rows.length];
      int[] testLabels = new int[labels.length];
      for (int k = 0; k < batches; k++) {
        test.batch(k, item.batch(), testRows);
        test.labels(k, item.batch(), testLabels);
        sum += training.evaluate(testRows, testLabels);
      }
      return sum / batches;
    }

    @Override
    void encodeFile(Path in, Path out) {
      throw new Refusal(item.id() + " trains and does not encode");
    }

    @Override
    public void close() {
      training.close();
    }
  }

  private static final class OfEncoding extends Exercise {
    private final Encoding encoding;
    private final float[] codes;

    private OfEncoding(WorkItem item, Images images, Encoding encoding) {
      super(item, images);
      this.encoding = encoding;
      this.codes = new float[item.batch() * item.codeWidth()];
    }

    @Override
    void run() {
      encoding.encode(rows, item.batch(), codes);
    }

    @Override
    void run(int n) {
      encoding.encode(rows, n, codes);
    }

    @Override
    double loss() {
      double sum = 0;
      for (float code : codes) {
        sum += code * code;
      }
      return sum / codes.length;
    }

    @Override
    double evaluate(Images test) {
      throw new Refusal(item.id() + " encodes and has no loss");
    }

    @Override
    void encodeFile(Path in, Path out) throws IOException {
      encoding.encodeFile(item, in, out);
    }

    @Override
    public void close() {
      encoding.close();
    }
  }
}
