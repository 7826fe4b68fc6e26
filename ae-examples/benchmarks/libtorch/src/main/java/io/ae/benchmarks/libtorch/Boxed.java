package io.ae.benchmarks.libtorch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorType;
import org.bytedeco.pytorch.Type;

/** Lists of tensors as the dispatcher takes them. */
final class Boxed {
  private Boxed() {}

  /** Returns a list of tensors; the presets turn a {@code TensorVector} into a blob instead. */
  static IValue list(List<Tensor> tensors) {
    GenericList list = new GenericList(new Type.TypePtr(TensorType.get()));
    for (Tensor tensor : tensors) {
      list.push_back(new IValue(tensor));
    }
    return new IValue(list);
  }

  /** Returns the gradients of leaves, and takes them from these: the next step's are new. */
  static IValue takeGradients(List<Tensor> leaves) {
    List<Tensor> gradients = new ArrayList<>(leaves.size());
    for (Tensor leaf : leaves) {
      Tensor held = leaf.mutable_grad();
      gradients.add(new Tensor(held));
      held.reset();
    }
    return list(gradients);
  }
}
