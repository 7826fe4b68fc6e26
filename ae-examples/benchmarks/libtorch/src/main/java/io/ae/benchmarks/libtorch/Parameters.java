package io.ae.benchmarks.libtorch;

import io.ae.benchmarks.common.Layer;
import io.ae.benchmarks.common.Tensor;
import io.ae.benchmarks.common.WorkItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * The parameters of a work item as leaves of the autograd graph, by name.
 *
 * <p>Dense weights are kept {@code [out, in]}, as torch's own linear layers keep them: that made x
 * · Wᵀ and the weight gradient faster, and the first layer needs no other product. Kernels have
 * their channels last where images have several: 0.75 to 0.85 of the time there, and slower for
 * images of one plane.
 */
final class Parameters {
  private final Map<String, org.bytedeco.pytorch.Tensor> tensors = new LinkedHashMap<>();
  private final Map<String, TensorOptional> optionals = new LinkedHashMap<>();
  private final List<org.bytedeco.pytorch.Tensor> moved = new ArrayList<>();

  private Parameters(WorkItem item, Map<String, float[]> weights, Set<Tensor> moving) {
    boolean colours = item.layers().get(0) instanceof Layer.Conv first && first.in() > 1;
    for (Tensor tensor : item.tensors()) {
      var leaf = leaf(tensor, Objects.requireNonNull(weights.get(tensor.name())));
      if (colours && leaf.dim() == 4) {
        leaf = leaf.contiguous(torch.MemoryFormat.ChannelsLast);
      }
      if (moving.contains(tensor)) {
        leaf.set_requires_grad(true);
        moved.add(leaf);
      }
      tensors.put(tensor.name(), leaf);
      optionals.put(tensor.name(), new TensorOptional(leaf));
    }
  }

  /** Returns parameters of which those that the item moves ask for gradients. */
  static Parameters moved(WorkItem item, Map<String, float[]> weights) {
    return new Parameters(item, weights, new HashSet<>(item.moved()));
  }

  /** Returns parameters without gradients. */
  static Parameters fixed(WorkItem item, Map<String, float[]> weights) {
    return new Parameters(item, weights, Set.of());
  }

  /** Returns a parameter; a dense weight as {@code [out, in]}. */
  org.bytedeco.pytorch.Tensor get(String name) {
    return Objects.requireNonNull(tensors.get(name), name);
  }

  /** Returns a parameter as torch's functions take a bias. */
  TensorOptional optional(String name) {
    return Objects.requireNonNull(optionals.get(name), name);
  }

  /** Returns what a step moves. */
  List<org.bytedeco.pytorch.Tensor> moved() {
    return moved;
  }

  private static org.bytedeco.pytorch.Tensor leaf(Tensor tensor, float[] values) {
    long[] shape = tensor.shape().stream().mapToLong(Integer::longValue).toArray();
    try (FloatPointer data = new FloatPointer(values);
        var view = torch.from_blob(data, shape)) {
      if (shape.length != 2) {
        return view.clone();
      }
      try (var transposed = view.t();
          var contiguous = transposed.contiguous()) {
        return contiguous.clone();
      }
    }
  }
}
