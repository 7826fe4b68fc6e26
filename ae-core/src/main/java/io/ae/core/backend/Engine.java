package io.ae.core.backend;

import io.ae.api.backend.CompileOptions;
import io.ae.api.graph.Function;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;
import io.ae.core.backend.kernel.Extent;
import io.ae.core.backend.kernel.Kernel;
import io.ae.core.backend.kernel.Kernels;
import io.ae.core.backend.kernel.Part;
import io.ae.core.backend.kernel.Scratch;
import io.ae.core.backend.kernel.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** A function with all its memory, ready to be computed for up to so many rows. */
final class Engine {
  /** Below so many operations, waking a helper costs more than it saves. */
  private static final long WORTH_HELP = 200_000;

  /** Steps that each shard does, then steps that are done once. */
  private record Bound(List<Step> sharded, List<Step> once, long costPerRow) {}

  private final Extent extent;
  private final int maxRows;
  private final int maxNonZeros;
  private final CompileOptions options;
  private final Workers workers;
  private final Part whole;
  private final Part[] parts;
  private final Map<Value, Tensor> tensors = new IdentityHashMap<>();
  private final List<Bound> stages = new ArrayList<>();

  Engine(
      Function function,
      CompileOptions options,
      int shards,
      Workers workers,
      int maxRows,
      int maxNonZeros) {
    this.options = options;
    this.workers = workers;
    this.maxRows = maxRows;
    this.maxNonZeros = maxNonZeros;
    this.extent = new Extent(maxRows);
    this.whole = new Part(extent, new Scratch(options.compute()));
    this.parts = new Part[shards];
    for (int i = 0; i < shards; i++) {
      parts[i] = new Part(extent, new Scratch(options.compute()));
    }
    function.nodes().forEach(node -> tensors.put(node, tensor(node)));
    for (Plan.Stage stage : Plan.stages(function)) {
      stages.add(
          new Bound(
              steps(stage.sharded(), shards),
              steps(stage.once(), 1),
              stage.sharded().stream().mapToLong(Engine::cost).sum()));
    }
  }

  Extent extent() {
    return extent;
  }

  Tensor tensor(Value node) {
    Tensor known = tensors.get(node);
    if (known != null) {
      return known;
    }
    if (Kernels.alias(node.op())) {
      return tensor(node.input(0));
    }
    return node.op() instanceof Leaf.Read ? fresh(node, 0) : fresh(node, elements(node.shape()));
  }

  private Tensor fresh(Value node, int elements) {
    return Tensor.of(node.kind(), options.compute(), elements);
  }

  private int elements(Shape shape) {
    boolean sparse = shape.rank() > 0 && shape.dim(0) == Shape.N;
    return Math.toIntExact(shape.elements(maxRows, sparse ? maxNonZeros : 0));
  }

  private List<Step> steps(List<Value> nodes, int shards) {
    List<Step> steps = new ArrayList<>();
    for (Value node : nodes) {
      if (!Kernels.alias(node.op()) && !Kernels.given(node.op())) {
        Tensor[] in = node.inputs().stream().map(this::tensor).toArray(Tensor[]::new);
        Kernel kernel = Kernels.bind(node, in, options.seed());
        Tensor[] results = new Tensor[shards];
        Arrays.fill(results, tensor(node));
        for (int i = 1; i < shards && Plan.join(node); i++) {
          results[i] = fresh(node, elements(node.shape()));
        }
        steps.add(new Step(node, kernel, results));
      }
    }
    return steps;
  }

  /** Roughly, the operations a node takes for one row. */
  private static long cost(Value node) {
    long largest = Math.max(1, node.shape().elements(1, 1));
    for (Value in : node.inputs()) {
      largest = Math.max(largest, in.shape().elements(1, 1));
    }
    return largest;
  }

  /** Computes every node; inputs, variables and the extent are set. */
  void run() {
    int rows = extent.rows();
    whole.rows(0, rows);
    for (int i = 0; i < parts.length; i++) {
      int from = (int) ((long) rows * i / parts.length);
      parts[i].rows(from, (int) ((long) rows * (i + 1) / parts.length));
    }
    for (Bound stage : stages) {
      if (stage.costPerRow() * rows < WORTH_HELP) {
        for (int i = 0; i < parts.length; i++) {
          shard(stage, i);
        }
      } else {
        workers.each(parts.length, i -> shard(stage, i));
      }
      for (Step step : stage.sharded()) {
        step.join(extent);
      }
      for (Step step : stage.once()) {
        step.run(whole, 0);
      }
    }
  }

  private void shard(Bound stage, int i) {
    for (Step step : stage.sharded()) {
      step.run(parts[i], i);
    }
  }
}
