package io.ae.models.sparse;

import io.ae.api.config.Doc;
import io.ae.api.config.Range;
import io.ae.api.config.Size;
import io.ae.core.nn.Activation;
import io.ae.core.nn.ReconstructionError;
import io.ae.core.nn.Sparsity;
import io.ae.core.nn.Tie;
import io.ae.core.nn.WeightInit;
import java.util.List;

/**
 * Config of {@code sparse}; each component's {@link Doc} says what it is.
 *
 * @param sparsity what keeps units silent
 * @param hidden sizes of the encoder's hidden layers; the decoder mirrors them
 * @param code units of the code, L
 * @param tie how the decoder's weights belong to the encoder's
 * @param activation of hidden layers
 * @param codeActivation of the code
 * @param output of the reconstruction; cross entropy needs sigmoid
 * @param init how weights start
 * @param loss reconstruction error
 * @param l1 factor on the sum of absolute weights
 * @param l2 factor on the sum of squared weights
 */
public record SparseConfig(
    @Doc("What keeps most units silent for most rows.") Sparsity sparsity,
    @Doc("Units of each hidden layer of the encoder, from the input on; the decoder mirrors them.")
        @Range(min = 1, max = 1e6)
        @Size(max = 64)
        List<Integer> hidden,
    @Doc("Units of the code, L; may be more than the input has values.") @Range(min = 1, max = 1e6)
        int code,
    @Doc("How the decoder's weights belong to the encoder's.") Tie tie,
    @Doc("Activation of hidden layers.") Activation activation,
    @Doc("Activation of the code; kl needs sigmoid.") Activation codeActivation,
    @Doc("Activation of the reconstruction; cross-entropy needs sigmoid.") Activation output,
    @Doc("How weights start.") WeightInit init,
    @Doc("Reconstruction error that is minimised.") ReconstructionError loss,
    @Doc("Factor on the sum of absolute weights.") @Range(min = 0, max = 1e6) double l1,
    @Doc("Factor on the sum of squared weights.") @Range(min = 0, max = 1e6) double l2) {
  /** The defaults: 196 sigmoid units, each active in 5 % of the rows, a little weight decay. */
  public SparseConfig() {
    this(
        new Sparsity(),
        List.of(),
        196,
        Tie.NONE,
        Activation.SIGMOID,
        Activation.SIGMOID,
        Activation.LINEAR,
        WeightInit.GLOROT,
        ReconstructionError.SQUARED_ERROR,
        0,
        3e-6);
  }
}
