package io.ae.cpu.memory;

import org.bytedeco.javacpp.Pointer;

/**
 * Copies to memory that another core has read, as the C library does it: lines that are overwritten
 * whole are taken from the other core without being fetched from there, where a plain store waits
 * for each. One object serves one thread.
 */
public final class BulkCopy {
  private final Address from = new Address();
  private final Address to = new Address();

  /** Makes the pointers that a call fills. */
  public BulkCopy() {}

  /** Copies bytes from one machine address to another; the ranges do not overlap. */
  public void run(long source, long target, long bytes) {
    Pointer.memcpy(to.at(target), from.at(source), bytes);
  }
}
