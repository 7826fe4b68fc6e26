package io.ae.core.train;

import io.ae.api.AeException;
import io.ae.api.backend.CompiledModel;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Var;
import io.ae.core.file.read.Tensor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values of variables, copied out of a model's state. */
final class Snapshot {
  private Snapshot() {}

  static Map<String, Tensor> of(CompiledModel model, Collection<Var> variables) {
    Map<String, Tensor> values = new LinkedHashMap<>();
    for (Var v : variables) {
      values.put(v.name(), Tensor.of(model, v));
    }
    return values;
  }

  static void restore(CompiledModel model, Map<String, Tensor> values) {
    values.forEach((name, tensor) -> tensor.writeTo(model, name));
  }

  /**
   * Refuses numbers that training cannot go on from.
   *
   * @throws AeException {@code AE-T010}
   */
  static void refuseNotFinite(
      Collection<Var> variables, Map<String, Tensor> values, Advice advice) {
    for (Var v : variables) {
      Tensor tensor = values.get(v.name());
      if (tensor != null && v.type().kind() == Kind.REAL && !finite(tensor)) {
        throw advice.notFinite("variable '" + v.name() + "' holds a value that is not finite");
      }
    }
  }

  private static boolean finite(Tensor tensor) {
    int n = Math.toIntExact(tensor.shape().elements());
    for (int i = 0; i < n; i++) {
      if (!Double.isFinite(tensor.real(i))) {
        return false;
      }
    }
    return true;
  }
}
