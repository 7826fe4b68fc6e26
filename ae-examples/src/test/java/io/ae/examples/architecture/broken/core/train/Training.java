package io.ae.examples.architecture.broken.core.train;

/** Stands on the other side of a wall. */
public final class Training {
  private Training() {}
}
