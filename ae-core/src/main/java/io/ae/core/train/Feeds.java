package io.ae.core.train;

import io.ae.api.AeException;
import io.ae.api.data.Source;
import io.ae.core.data.Dataset;
import io.ae.core.data.Scaling;
import io.ae.core.data.Split;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The rows that are trained on and those that are validated.
 *
 * @param train shuffled
 * @param validation in order; null if there are none
 */
record Feeds(Feed train, @Nullable Feed validation) implements AutoCloseable {
  /**
   * Takes rows in memory as they are, all others as a stream.
   *
   * @throws AeException {@code AE-T004} if there are no rows to train on
   */
  static Feeds of(Source rows, Scaling scaling, TrainConfig config) {
    Feeds feeds =
        rows instanceof Dataset loaded
            ? inMemory(loaded, scaling, config)
            : streamed(rows, scaling, config);
    if (feeds.train.rows() == 0) {
      feeds.close();
      throw new AeException(
          "AE-T004",
          rows + ": training needs at least one row, found none. Check the data's selector.");
    }
    if (feeds.validation != null && feeds.validation.rows() == 0) {
      feeds.close();
      throw new AeException(
          "AE-T004",
          rows
              + ": validation "
              + config.validation()
              + " of so few rows is none. Raise train.validation, or set it to 0.");
    }
    return feeds;
  }

  private static Feeds inMemory(Dataset rows, Scaling scaling, TrainConfig config) {
    if (rows.size() == 0 || config.validation() == 0) {
      return new Feeds(new MemoryFeed(scaled(rows, scaling), config.batch()), null);
    }
    Split split = rows.split(config.validation(), config.seed());
    return new Feeds(
        new MemoryFeed(scaled(split.rest(), scaling), config.batch()),
        new MemoryFeed(scaled(split.first(), scaling), config.batch()));
  }

  private static Dataset scaled(Dataset rows, Scaling scaling) {
    if (scaling.kind() == Scaling.Kind.NONE) {
      return rows;
    }
    float[] values = rows.values().clone();
    scaling.apply(values, rows.size());
    return Dataset.of(rows.toString(), scaling.scaled(rows.spec()), values, rows.labels());
  }

  private static Feeds streamed(Source rows, Scaling scaling, TrainConfig config) {
    int batch = config.batch();
    if (config.validation() == 0) {
      return new Feeds(ahead(rows, scaling, i -> true, batch, config.window()), null);
    }
    long seed = config.seed();
    double share = config.validation();
    return new Feeds(
        ahead(rows, scaling, i -> !kept(seed, i, share), batch, config.window()),
        ahead(rows, scaling, i -> kept(seed, i, share), batch, 1));
  }

  /**
   * Rows that have to be read are made ready while steps run, and copied between them: that is when
   * the thread that reads gets a core. Rows in memory are copied by the threads of the step.
   */
  private static Feed ahead(
      Source rows, Scaling scaling, LongPredicate chosen, int batch, int window) {
    Feed read = new StreamFeed(rows, scaling, chosen, batch, window);
    return new AheadFeed(read, batch, rows.spec().features());
  }

  /** Whether a row of a stream is kept for validation: a pure function of its number. */
  private static boolean kept(long seed, long row, double share) {
    long h = (seed ^ row * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
    h = (h ^ h >>> 27) * 0x94D049BB133111EBL;
    return ((h ^ h >>> 31) >>> 11) * 0x1p-53 < share;
  }

  @Override
  public void close() {
    train.close();
    if (validation != null) {
      validation.close();
    }
  }
}
