package io.ae.benchmarks.fake;

/** A worker that ends before it is ready. */
public final class Broken {
  private Broken() {}

  /** Ends. */
  public static void main(String[] args) {
    throw new IllegalStateException("nothing works");
  }
}
