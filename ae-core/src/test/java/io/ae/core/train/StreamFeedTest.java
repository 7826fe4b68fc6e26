package io.ae.core.train;

import static io.ae.core.data.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ae.api.data.Cursor;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import io.ae.core.data.Dataset;
import io.ae.core.data.Scaling;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading ahead for the next epoch changes when rows are read, not which come when. */
class StreamFeedTest {
  private static final int ROWS = 23;
  private static final int BATCH = 4;

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 16, ROWS, 100})
  void theOrderIsThatOfAFreshFeed(int window) {
    Feed ahead = feed(new Counted(), window);
    for (int key = 1; key < 6; key++) {
      Feed fresh = feed(new Counted(), window);
      fresh.start(key, false);
      ahead.start(key, true);
      List<Float> order = epoch(ahead);

      assertThat(order).isEqualTo(epoch(fresh));
      assertThat(order)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, ROWS).mapToObj(i -> (float) i).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {7, ROWS, 100})
  void theNextEpochBeginsWithoutReading(int window) {
    Counted source = new Counted();
    Feed feed = feed(source, window);
    feed.start(1, true);
    epoch(feed);
    int before = source.read;
    feed.start(2, true);

    assertThat(source.read).isEqualTo(before);
  }

  @Test
  void nothingIsReadForAnEpochThatWillNotCome() {
    Counted source = new Counted();
    Feed feed = feed(source, 7);
    feed.start(1, false);
    int before = source.read;
    epoch(feed);

    assertThat(source.read - before).isEqualTo(ROWS - 7);
  }

  @Test
  void anEpochLeftInTheMiddleLeavesNothingBehind() {
    for (int batches = 0; batches < 6; batches++) {
      Feed feed = feed(new Counted(), 7);
      feed.start(1, true);
      feed.skip(batches);
      feed.start(2, true);
      Feed fresh = feed(new Counted(), 7);
      fresh.start(2, true);

      assertThat(epoch(feed)).as("after %d batches", batches).isEqualTo(epoch(fresh));
    }
  }

  @Test
  void aSourceThatKnowsItsLengthIsReadForTheFirstBatchesOnly() {
    Counted source = new Counted();
    source.known = ROWS;
    Feed feed = new StreamFeed(source, Scaling.none(), i -> i % 3 != 0, BATCH, 7);

    assertThat(feed.rows()).isEqualTo(15);
    int before = source.read;
    assertThat(before).isEqualTo(11); // 7 of them chosen
    feed.start(1, true);
    assertThat(source.read).isEqualTo(before);
    assertThat(epoch(feed)).hasSize(15);
  }

  @ParameterizedTest
  @ValueSource(ints = {ROWS - 1, ROWS + 1})
  void aSourceWithOtherRowsThanItSaidIsRefused(int known) {
    Counted source = new Counted();
    source.known = known;
    Feed feed = feed(source, 7);
    feed.start(1, false);
    String found = known < ROWS ? "more" : "only " + ROWS;
    assertRefused(
        () -> epoch(feed),
        "AE-D008 counted must have the "
            + known
            + " rows that it had when it was opened, found "
            + found
            + ". Leave it as it is while a model is trained on it.");
  }

  @Test
  void aValueThatIsNotFiniteIsRefusedWhereItIsRead() {
    Counted source = new Counted();
    source.known = ROWS;
    source.spoilt = 20;
    Feed feed = feed(source, 7);
    feed.start(Feed.AS_THEY_ARE, false);
    for (int i = 0; i < 20 / BATCH; i++) {
      assertThat(feed.next((row, values, at, label) -> {})).isEqualTo(BATCH);
    }
    assertRefused(
        () -> epoch(feed),
        "AE-D010 counted: row 20, column 0 must be a finite number, found NaN. Mend the value or"
            + " leave the row out; rows and columns count from 0.");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, ROWS})
  void whatIsRefusedBeforeTheFirstBatchIsClosed(int known) {
    Counted source = new Counted();
    source.known = known;
    source.spoilt = 2;
    assertThatThrownBy(() -> feed(source, 7)).hasMessageContaining("must be a finite number");
    assertThat(source.open).isZero();
  }

  private static Feed feed(Source source, int window) {
    return new StreamFeed(source, Scaling.none(), i -> true, BATCH, window);
  }

  private static List<Float> epoch(Feed feed) {
    List<Float> order = new ArrayList<>();
    int n = 1;
    while (n > 0) {
      n = feed.next((row, values, at, label) -> order.add(values[at]));
    }
    return order;
  }

  /** Numbered rows that count how often one is read. */
  private static final class Counted implements Source {
    private final Dataset rows;
    private int read;
    private int open;
    private long known = -1;
    private int spoilt = -1;

    Counted() {
      float[][] numbers = new float[ROWS][1];
      for (int i = 0; i < ROWS; i++) {
        numbers[i][0] = i;
      }
      rows = Dataset.of(numbers);
    }

    @Override
    public DataSpec spec() {
      return rows.spec();
    }

    @Override
    public long rows() {
      return known;
    }

    @Override
    public String toString() {
      return "counted";
    }

    @Override
    public Cursor open() {
      Cursor cursor = rows.open();
      open++;
      return new Cursor() {
        @Override
        public void close() {
          open--;
        }

        @Override
        public boolean next() {
          boolean more = cursor.next();
          read += more ? 1 : 0;
          return more;
        }

        @Override
        public void values(float[] into, int at) {
          cursor.values(into, at);
          if (cursor.id().equals(Integer.toString(spoilt))) {
            into[at] = Float.NaN;
          }
        }

        @Override
        public int label() {
          return cursor.label();
        }

        @Override
        public String id() {
          return cursor.id();
        }
      };
    }
  }
}
