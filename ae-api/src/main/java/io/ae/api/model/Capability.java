package io.ae.api.model;

/** What a model can do; each is the presence of a function, and its absence a refusal by name. */
public enum Capability {
  /** Rows to codes: function {@code encode}. */
  ENCODE,
  /** Codes to rows, from the code alone: function {@code decode}. */
  DECODE,
  /** Rows to reconstructions: function {@code reconstruct}. */
  RECONSTRUCT,
  /** Rows to one number each, larger for stranger rows: function {@code score}. */
  SCORE,
  /** New rows from nothing: function {@code generate}. */
  GENERATE,
  /** Rows to class probabilities: function {@code classify}. */
  CLASSIFY;

  /** Returns the name of the function whose presence it is. */
  public String function() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
