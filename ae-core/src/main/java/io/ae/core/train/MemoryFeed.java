package io.ae.core.train;

import io.ae.core.data.Dataset;
import io.ae.core.data.SplitMix;
import java.util.Arrays;

/** Feeds rows that are in memory. */
final class MemoryFeed implements Feed {
  private final float[] values;
  private final int[] labels;
  private final int width;
  private final int batch;
  private final int[] order;
  private int at;

  MemoryFeed(Dataset rows, int batch) {
    this.values = rows.values();
    this.labels = rows.labels();
    this.width = rows.spec().features();
    this.batch = batch;
    this.order = new int[rows.size()];
  }

  @Override
  public long rows() {
    return order.length;
  }

  @Override
  public void start(long key, boolean again) {
    at = 0;
    Arrays.setAll(order, i -> i);
    if (key != AS_THEY_ARE) {
      SplitMix random = new SplitMix(key);
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int other = order[j];
        order[j] = order[i];
        order[i] = other;
      }
    }
  }

  @Override
  public void skip(int batches) {
    at = (int) Math.min(order.length, at + (long) batches * batch);
  }

  @Override
  public int next(BatchTarget target) {
    int rows = Math.min(batch, order.length - at);
    for (int i = 0; i < rows; i++) {
      int row = order[at + i];
      target.put(i, values, row * width, labels[row]);
    }
    at += rows;
    return rows;
  }

  @Override
  public boolean holds() {
    return true;
  }

  @Override
  public int nonZeros() {
    int[] counts = new int[labels.length];
    for (int i = 0; i < counts.length; i++) {
      for (int j = i * width; j < (i + 1) * width; j++) {
        counts[i] += values[j] == 0 ? 0 : 1;
      }
    }
    Arrays.sort(counts);
    long most = 0;
    for (int i = Math.max(0, counts.length - batch); i < counts.length; i++) {
      most += counts[i];
    }
    return Math.toIntExact(most);
  }

  @Override
  public void close() {}
}
