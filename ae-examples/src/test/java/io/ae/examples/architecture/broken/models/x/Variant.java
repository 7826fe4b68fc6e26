package io.ae.examples.architecture.broken.models.x;

/** Stands on the other side of a wall. */
public final class Variant {
  private Variant() {}
}
