package io.ae.core.train;

import io.ae.api.AeException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What to do when training cannot go on; knows the last good checkpoint. */
final class Advice {
  private final @Nullable Path checkpoint;
  private boolean written;
  private String place = "";
  private double rate;

  /**
   * @param checkpoint where checkpoints go
   */
  Advice(@Nullable Path checkpoint) {
    this.checkpoint = checkpoint;
  }

  void wrote() {
    written = true;
  }

  /** Says where training stands and the learning rate in use, for messages. */
  Advice at(String where, double presentRate) {
    place = where;
    rate = presentRate;
    return this;
  }

  AeException notFinite(String found) {
    String last =
        written && checkpoint != null
            ? "The last good checkpoint is '" + checkpoint + "'."
            : "No checkpoint was written before.";
    return new AeException(
        "AE-T010",
        "training stopped "
            + place
            + ": "
            + found
            + ". "
            + last
            + " Try a lower rate than "
            + rate
            + " (--set train.rate="
            + rate / 10
            + "), clipped gradients (--set train.clip=1), or scaled data.");
  }
}
