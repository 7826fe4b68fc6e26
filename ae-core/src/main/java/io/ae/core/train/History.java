package io.ae.core.train;

import io.ae.core.file.read.EpochLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run of training showed.
 *
 * @param epochs each epoch of each phase, in the order of training; those before a resumption too
 * @param end how it ended
 * @param steps done in this run
 * @param seconds time spent, validation and checkpoints included; before a resumption too
 * @param feeding how rows came to the steps of this run
 */
public record History(List<EpochLog> epochs, End end, long steps, double seconds, Feeding feeding) {
  /** How training ends. */
  public enum End {
    /** Every epoch was done. */
    DONE,
    /** The validation loss stopped falling in at least one phase. */
    EARLY,
    /** It was cancelled. */
    CANCELLED
  }

  public History {
    epochs = List.copyOf(epochs);
  }

  /** Returns the last epoch, null if none was completed. */
  public @Nullable EpochLog last() {
    return epochs.isEmpty() ? null : epochs.get(epochs.size() - 1);
  }
}
