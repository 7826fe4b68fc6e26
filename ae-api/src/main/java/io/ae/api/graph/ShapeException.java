package io.ae.api.graph;

import io.ae.api.AeException;

/**
 * An op was given values whose shapes or kinds do not fit; the message names op, axes and sizes.
 */
public final class ShapeException extends AeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message the op, what it wanted and what it got
   */
  public ShapeException(String message) {
    super("AE-G001", message);
  }
}
