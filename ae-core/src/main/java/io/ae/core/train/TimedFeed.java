package io.ae.core.train;

/** Notes how long the rows of another feed take to come. */
final class TimedFeed implements Feed {
  private final Feed rows;
  private long nanos;

  TimedFeed(Feed rows) {
    this.rows = rows;
  }

  /**
   * Returns what was noted.
   *
   * @param trained seconds of the steps and all that was noted here
   */
  Feeding feeding(double trained) {
    long waited = rows.waitedNanos();
    return new Feeding(waited * 1e-9, (nanos - waited) * 1e-9, trained);
  }

  @Override
  public long rows() {
    return rows.rows();
  }

  @Override
  public void start(long order, boolean again) {
    long began = System.nanoTime();
    rows.start(order, again);
    nanos += System.nanoTime() - began;
  }

  @Override
  public void skip(int batches) {
    long began = System.nanoTime();
    rows.skip(batches);
    nanos += System.nanoTime() - began;
  }

  @Override
  public int next(BatchTarget target) {
    long began = System.nanoTime();
    int n = rows.next(target);
    nanos += System.nanoTime() - began;
    return n;
  }

  @Override
  public long waitedNanos() {
    return rows.waitedNanos();
  }

  @Override
  public int nonZeros() {
    return rows.nonZeros();
  }

  @Override
  public void close() {
    rows.close();
  }
}
