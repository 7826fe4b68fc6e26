package io.ae.models.dense;

import io.ae.api.config.Doc;
import io.ae.api.config.Range;
import io.ae.api.config.Size;
import io.ae.core.nn.Activation;
import io.ae.core.nn.ReconstructionError;
import io.ae.core.nn.Tie;
import io.ae.core.nn.WeightInit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Config of {@code dense}; each component's {@link Doc} says what it is.
 *
 * @param hidden sizes of the encoder's hidden layers
 * @param code units of the code, L
 * @param decoder sizes of the decoder's hidden layers; null mirrors the encoder's
 * @param tie how the decoder's weights belong to the encoder's
 * @param activation of hidden layers: one for all, or one for each of the encoder's
 * @param codeActivation of the code
 * @param output of the reconstruction; null is sigmoid for data in [0, 1], else linear
 * @param init how weights start
 * @param deviation of the normal initialisers
 * @param biasDeviation of the biases at the start
 * @param loss reconstruction error
 * @param l1 factor on the sum of absolute weights
 * @param l2 factor on the sum of squared weights
 * @param dropout probability that a hidden unit is silent in training
 */
public record DenseConfig(
    @Doc("Units of each hidden layer of the encoder, from the input on.")
        @Range(min = 1, max = 1e6)
        @Size(max = 64)
        List<Integer> hidden,
    @Doc("Units of the code, L.") @Range(min = 1, max = 1e6) int code,
    @Doc("Units of each hidden layer of the decoder, from the code on; null mirrors the encoder.")
        @Range(min = 1, max = 1e6)
        @Size(max = 64)
        @Nullable List<Integer> decoder,
    @Doc(
            "How the decoder's weights belong to the encoder's; init and shared need a mirrored"
                + " decoder.")
        Tie tie,
    @Doc("Activation of hidden layers: one word for all, or one for each layer of the encoder.")
        @Size(min = 1, max = 64)
        List<Activation> activation,
    @Doc("Activation of the code.") Activation codeActivation,
    @Doc("Activation of the reconstruction; null: sigmoid for data in [0, 1], else linear.")
        @Nullable Activation output,
    @Doc("How weights start.") WeightInit init,
    @Doc("Standard deviation of the weights where init is normal or truncated-normal.")
        @Range(min = 0, max = 100)
        double deviation,
    @Doc("Standard deviation of the biases at the start.") @Range(min = 0, max = 100)
        double biasDeviation,
    @Doc("Reconstruction error that is minimised.") ReconstructionError loss,
    @Doc("Factor on the sum of absolute weights.") @Range(min = 0, max = 1e6) double l1,
    @Doc("Factor on the sum of squared weights.") @Range(min = 0, max = 1e6) double l2,
    @Doc("Probability that a hidden unit is silent in a training step.")
        @Range(min = 0, max = 1, openMax = true)
        double dropout) {
  /** The defaults: 128 and 64 sigmoid units, a linear code of 16. */
  public DenseConfig() {
    this(
        List.of(128, 64),
        16,
        null,
        Tie.NONE,
        List.of(Activation.SIGMOID),
        Activation.LINEAR,
        null,
        WeightInit.GLOROT_SIGMOID,
        1,
        0,
        ReconstructionError.SQUARED_ERROR,
        0,
        0,
        0);
  }
}
