package io.ae.models.dense;

import io.ae.core.nn.Activation;
import io.ae.core.nn.ReconstructionError;
import io.ae.core.nn.Tie;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Configs that differ from the defaults in what a test is about. */
final class DenseConfigs {
  private DenseConfigs() {}

  /** No hidden layer. */
  static DenseConfig flat(int code, Tie tie, double l2) {
    DenseConfig d = new DenseConfig();
    return new DenseConfig(
        List.of(),
        code,
        null,
        tie,
        d.activation(),
        d.codeActivation(),
        null,
        d.init(),
        1,
        0,
        d.loss(),
        0,
        l2,
        0);
  }

  /** Small layers with this error, output and dropout. */
  static DenseConfig small(ReconstructionError loss, @Nullable Activation output, double dropout) {
    DenseConfig d = new DenseConfig();
    return new DenseConfig(
        List.of(5, 4),
        2,
        null,
        Tie.NONE,
        d.activation(),
        d.codeActivation(),
        output,
        d.init(),
        1,
        0,
        loss,
        1e-4,
        0,
        dropout);
  }

  /** A decoder of its own, or words for activations, that may not go together with the rest. */
  static DenseConfig shaped(@Nullable List<Integer> decoder, Tie tie, List<Activation> activation) {
    DenseConfig d = new DenseConfig();
    return new DenseConfig(
        List.of(5, 4),
        2,
        decoder,
        tie,
        activation,
        d.codeActivation(),
        null,
        d.init(),
        1,
        0,
        d.loss(),
        0,
        0,
        0);
  }
}
