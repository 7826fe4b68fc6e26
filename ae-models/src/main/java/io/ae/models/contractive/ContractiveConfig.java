package io.ae.models.contractive;

import io.ae.api.config.Doc;
import io.ae.api.config.Range;
import io.ae.api.config.Size;
import io.ae.core.nn.Activation;
import io.ae.core.nn.JacobianNorm;
import io.ae.core.nn.ReconstructionError;
import io.ae.core.nn.Tie;
import io.ae.core.nn.WeightInit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Config of {@code contractive}; each component's {@link Doc} says what it is.
 *
 * @param factor λ on ‖J‖²F
 * @param jacobian how ‖J‖²F is computed; null is the closed form where there is one, else the
 *     estimate
 * @param probes of the estimate
 * @param hidden sizes of the encoder's hidden layers; the decoder mirrors them
 * @param code units of the code, L
 * @param tie how the decoder's weights belong to the encoder's
 * @param activation of hidden layers
 * @param codeActivation of the code
 * @param output of the reconstruction; null is sigmoid for data in [0, 1], else linear
 * @param init how weights start
 * @param loss reconstruction error
 */
public record ContractiveConfig(
    @Doc("Factor on the squared norm of the encoder's Jacobian, summed over units and inputs.")
        @Range(min = 0, max = 1e6)
        double factor,
    @Doc(
            "How the norm is computed; null: closed-form for one sigmoid or tanh layer, else"
                + " hutchinson.")
        @Nullable JacobianNorm jacobian,
    @Doc("Random directions a row of hutchinson.") @Range(min = 1, max = 1e4) int probes,
    @Doc("Units of each hidden layer of the encoder, from the input on; the decoder mirrors them.")
        @Range(min = 1, max = 1e6)
        @Size(max = 64)
        List<Integer> hidden,
    @Doc("Units of the code, L; may be more than the input has values.") @Range(min = 1, max = 1e6)
        int code,
    @Doc("How the decoder's weights belong to the encoder's; the penalty means little untied.")
        Tie tie,
    @Doc("Activation of hidden layers.") Activation activation,
    @Doc("Activation of the code.") Activation codeActivation,
    @Doc("Activation of the reconstruction; null: sigmoid for data in [0, 1], else linear.")
        @Nullable Activation output,
    @Doc("How weights start.") WeightInit init,
    @Doc("Reconstruction error that is minimised.") ReconstructionError loss) {
  /** The defaults: 64 sigmoid units, tied, a linear output, λ = 0.01. */
  public ContractiveConfig() {
    this(
        1e-2,
        null,
        4,
        List.of(),
        64,
        Tie.SHARED,
        Activation.SIGMOID,
        Activation.SIGMOID,
        Activation.LINEAR,
        WeightInit.GLOROT,
        ReconstructionError.SQUARED_ERROR);
  }
}
