package io.ae.examples.architecture.broken.cpu;

/** Stands on the other side of a wall. */
public final class Kernel {
  private Kernel() {}
}
