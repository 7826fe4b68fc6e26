package io.ae.core.backend.kernel;

/** Computes a part of one node's value; bound to the node's inputs when a session is made. */
@FunctionalInterface
public interface Kernel {
  /**
   * Computes the rows of a part. Where the result is not cut but an input is, the kernel joins the
   * rows of the part into the whole of {@code out}, which for no rows is 0 for a sum and −∞ for a
   * maximum.
   *
   * @param part which rows, and sizes of the run
   * @param out where the result goes
   */
  void run(Part part, Tensor out);
}
