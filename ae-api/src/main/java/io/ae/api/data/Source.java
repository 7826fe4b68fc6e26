package io.ae.api.data;

/** Rows to read as often as wanted. Several cursors may be open at once. */
public interface Source extends AutoCloseable {
  /** Returns what rows look like. */
  DataSpec spec();

  /** Returns the number of rows, −1 if only reading to the end tells. */
  long rows();

  /** Returns a cursor before the first row; always the same rows in the same order. */
  Cursor open();

  /** Frees files; twice is fine. */
  @Override
  default void close() {}
}
