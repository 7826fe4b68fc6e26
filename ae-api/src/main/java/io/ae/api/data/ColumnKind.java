package io.ae.api.data;

/** What the values of a column are. */
public enum ColumnKind {
  /** Real numbers. */
  NUMERIC,
  /** 0 or 1. */
  BINARY,
  /** One of n categories, as 0 … n−1. */
  CATEGORICAL
}
