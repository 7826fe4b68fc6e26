package io.ae.benchmarks.runner.machine;

/**
 * What all cores together reached.
 *
 * @param gflops float32 operations in matrix products, GF/s
 * @param gigabytes memory traffic, GB/s
 */
public record Speed(double gflops, double gigabytes) {
  /** Returns the least time in ns for so many operations and so many bytes, one after the other. */
  public double nanos(double flops, double bytes) {
    return flops / gflops + bytes / gigabytes;
  }
}
