package io.ae.core.config;

import io.ae.api.config.Doc;
import io.ae.api.config.OneOf;
import io.ae.api.config.Range;
import io.ae.api.config.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A config with every kind of component. */
public record SampleConfig(
    @Doc("Sizes of the hidden layers.") @Size(max = 4) @Range(min = 1, max = 100_000)
        List<Integer> hidden,
    @Doc("Elements of a code.") @Range(min = 1) int code,
    @Doc("Draws of the start.") Init init,
    @Doc("A text out of three.") @OneOf({"none", "init", "shared"}) String tie,
    @Doc("Any text.") String note,
    @Doc("Whether it whispers.") boolean quiet,
    @Doc("Seed.") long seed,
    @Doc("Rate; null for the phase's own.") @Range(min = 0, openMin = true) @Nullable Double rate,
    @Doc("Momentum.") @Range(min = 0, max = 1, openMax = true) double momentum,
    @Doc("What is done to inputs.") Corruption corruption,
    @Doc("Overrides.") List<Part> phases) {

  /** How it starts. */
  public enum Init {
    /** Two deviations at most. */
    TRUNCATED_NORMAL,
    /** As it comes. */
    NORMAL,
    /** By fans. */
    GLOROT
  }

  /** A group. */
  public record Corruption(@Doc("Share.") @Range(min = 0, max = 1) double fraction) {
    /** Defaults. */
    public Corruption() {
      this(.25);
    }
  }

  /** A group in a list, whose constructor relates its components. */
  public record Part(
      @Doc("Epochs.") @Range(min = 1) @Nullable Integer epochs,
      @Doc("First.") int from,
      @Doc("Last.") int to) {
    public Part {
      if (to < from) {
        throw new IllegalArgumentException("to (" + to + ") comes before from (" + from + ").");
      }
    }

    /** Defaults. */
    public Part() {
      this(null, 0, 9);
    }
  }

  /** Defaults. */
  public SampleConfig() {
    this(
        List.of(128, 64),
        10,
        Init.GLOROT,
        "none",
        "",
        false,
        42,
        null,
        .9,
        new Corruption(),
        List.of());
  }
}
