package io.ae.core.train;

import io.ae.api.backend.Session;

/**
 * Where a feed holds the rows of a batch: they are copied once, straight to where a step wants
 * them, by the threads that compute on them.
 */
public final class BatchRows implements BatchTarget {
  private final float[][] values;
  private final int[] starts;
  private final int[] labels;

  /**
   * @param most rows of a batch
   */
  public BatchRows(int most) {
    values = new float[most][];
    starts = new int[most];
    labels = new int[most];
  }

  /** Notes a row, whose values stay where they are until the feed makes its next batch. */
  @Override
  public void put(int row, float[] from, int at, int label) {
    values[row] = from;
    starts[row] = at;
    labels[row] = label;
  }

  /** Returns what copies rows, or parts of them, of the batch that was noted last. */
  public Session.Filler into(SessionInputs inputs) {
    return new Session.Filler() {
      @Override
      public void fill(int from, int to) {
        for (int row = from; row < to; row++) {
          inputs.put(row, values[row], starts[row], labels[row]);
        }
      }

      @Override
      public boolean fill(String input, int from, int to, int left, int right) {
        boolean ofLabels = input.equals(SessionInputs.LABEL);
        if (!ofLabels && !(input.equals(SessionInputs.X) && inputs.dense())) {
          return false;
        }
        for (int row = from; row < to; row++) {
          if (ofLabels) {
            inputs.label(row, labels[row]);
          } else {
            inputs.part(row, left, values[row], starts[row] + left, right - left);
          }
        }
        return true;
      }
    };
  }
}
