package io.ae.api.data;

/** A position in a {@link Source}; used by one thread. */
public interface Cursor extends AutoCloseable {
  /**
   * Moves to the next row.
   *
   * @return false past the last
   * @throws io.ae.api.AeException if the row is damaged, naming file and place
   */
  boolean next();

  /** Copies the row's values, row-major, into {@code into} from {@code at}. */
  void values(float[] into, int at);

  /** Returns the row's class from 0, −1 if it has none. */
  int label();

  /** Returns the row's own id, or its number from 0 where it has none. */
  String id();

  @Override
  default void close() {}
}
