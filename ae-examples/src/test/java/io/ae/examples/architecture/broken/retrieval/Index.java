package io.ae.examples.architecture.broken.retrieval;

/** Stands on the other side of a wall. */
public final class Index {
  private Index() {}
}
