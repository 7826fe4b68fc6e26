package io.ae.core.backend;

import io.ae.api.graph.Layout;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;
import io.ae.core.backend.kernel.Extent;
import io.ae.core.backend.kernel.Kernel;
import io.ae.core.backend.kernel.Part;
import io.ae.core.backend.kernel.Tensor;

/**
 * One node with its kernel and memory.
 *
 * @param results where each shard's result goes: the same tensor for all where they fill rows of
 *     their own, one for each where the node joins rows; the first is the node's value
 */
record Step(Value node, Kernel kernel, Tensor[] results) {
  void run(Part part, int shard) {
    kernel.run(part, results[shard]);
  }

  /** Puts the shards' results together, in the order of shards: the same sum on every run. */
  void join(Extent extent) {
    if (results.length == 1 || results[0] == results[1]) {
      return;
    }
    Shape shape = node.shape();
    int elements = extent.product(shape, 0, shape.rank());
    boolean largest = node.op() instanceof Layout.MaxTo;
    for (int k = 1; k < results.length; k++) {
      if (largest) {
        largest(results[0], results[k], elements);
      } else if (results[0].single()) {
        add(results[0].floats(), results[k].floats(), elements);
      } else {
        add(results[0].doubles(), results[k].doubles(), elements);
      }
    }
  }

  private static void largest(Tensor y, Tensor x, int n) {
    for (int i = 0; i < n; i++) {
      y.set(i, Math.max(y.get(i), x.get(i)));
    }
  }

  private static void add(float[] y, float[] x, int n) {
    for (int i = 0; i < n; i++) {
      y[i] += x[i];
    }
  }

  private static void add(double[] y, double[] x, int n) {
    for (int i = 0; i < n; i++) {
      y[i] += x[i];
    }
  }
}
