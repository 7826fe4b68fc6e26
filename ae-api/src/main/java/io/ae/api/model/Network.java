package io.ae.api.model;

import io.ae.api.CodeKind;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model as pure functions on symbolic values; each is traced once for training and inference. */
public interface Network {
  /**
   * Rows to codes.
   *
   * @param x inputs, {@code [B, …]} with the data's row shape, or sparse {@code [B, D]}
   * @return the code {@code [B, L]} (real, or index for codebook entries) and what a reconstruction
   *     needs besides
   */
  Encoded encode(Ops o, Value x);

  /**
   * Codes to rows, in the range of the inputs.
   *
   * @return reconstruction {@code [B, …]} with the data's row shape
   */
  Value decode(Ops o, Encoded e);

  /** Returns how it is trained: one phase after another. */
  List<Phase> phases();

  /** Returns what the elements of a code are. */
  default CodeKind codeKind() {
    return CodeKind.real();
  }

  /**
   * Returns one number a row {@code [B]}, larger for stranger rows; null for the last unlabelled
   * phase's loss.
   */
  default @Nullable Value score(Ops o, Value x) {
    return null;
  }

  /**
   * Returns {@code rows} new rows {@code [B, …]}, drawn; null if the model has no prior to draw
   * from.
   */
  default @Nullable Value generate(Ops o) {
    return null;
  }

  /** Returns class probabilities {@code [B, classes]}; null if the model has no classifier. */
  default @Nullable Value classify(Ops o, Value x) {
    return null;
  }

  /** Returns the input as training corrupts it, {@code [B, …]}; null if it does not. */
  default @Nullable Value corrupt(Ops o, Value x) {
    return null;
  }

  /**
   * Returns what of the config and the data makes no sense together although it can be trained, for
   * the user to read before training: each with a code, what was found and what to do.
   */
  default List<String> warnings() {
    return List.of();
  }
}
