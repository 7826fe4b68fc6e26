package io.ae.core.train;

/**
 * Rows held for shuffling. Those of an epoch stand from one end on; as they become fewer, rows of
 * the next epoch are put in from the other end, and {@link #turn} makes that end the first.
 */
final class Window {
  /** Has no room. */
  static final Window EMPTY = new Window(0, 1);

  private final float[] values;
  private final int[] labels;
  private final int width;
  private boolean reversed;
  private int count;
  private int ahead;

  Window(int most, int width) {
    this.values = new float[Math.multiplyExact(most, width)];
    this.labels = new int[most];
    this.width = width;
  }

  /** Returns how many rows of the epoch there are. */
  int count() {
    return count;
  }

  /** Returns how many rows of the next epoch there are. */
  int ahead() {
    return ahead;
  }

  /** Returns how many rows there is room for. */
  int most() {
    return labels.length;
  }

  boolean full() {
    return count == most();
  }

  /**
   * Goes on to the next epoch. If rows of the present one are left, all rows are dropped.
   *
   * @return how many rows of the new epoch there are already
   */
  int turn() {
    reversed = !reversed;
    count = count > 0 ? 0 : ahead;
    ahead = 0;
    return count;
  }

  /** Takes another row of the epoch. */
  void add(float[] row, int label) {
    put(place(count++), row, label);
  }

  /** Takes a row of the next epoch. */
  void addForNext(float[] row, int label) {
    put(labels.length - 1 - place(ahead++), row, label);
  }

  /** Hands row i of the epoch on, as a row of a batch. */
  void give(int i, int to, BatchTarget target) {
    int at = place(i);
    target.put(to, values, at * width, labels[at]);
  }

  /** Takes a row in the place of row i. */
  void replace(int i, float[] row, int label) {
    put(place(i), row, label);
  }

  /** Drops row i; the last one takes its place. */
  void remove(int i) {
    int last = place(--count);
    int at = place(i);
    System.arraycopy(values, last * width, values, at * width, width);
    labels[at] = labels[last];
  }

  private int place(int i) {
    return reversed ? labels.length - 1 - i : i;
  }

  private void put(int at, float[] row, int label) {
    System.arraycopy(row, 0, values, at * width, width);
    labels[at] = label;
  }
}
