package io.ae.api.model;

/**
 * A page of the report that a variant may ask for, beside what every report shows. Each is made
 * from the saved model alone; it is left out where the model or its rows have nothing to show.
 */
public enum ReportPage {
  /** Weights of the first layer as pictures, where rows are pictures. */
  FILTERS,
  /** How strongly the units of the code answer, and how many of them at once. */
  ACTIVATIONS,
  /** Singular values of the encoder's Jacobian. */
  JACOBIAN,
  /** Rows as training corrupts them, beside what the model restores from them. */
  CORRUPTED
}
