package io.ae.models.denoising;

import io.ae.api.config.Doc;
import io.ae.api.config.Range;
import io.ae.api.config.Size;
import io.ae.core.nn.Activation;
import io.ae.core.nn.Corruption;
import io.ae.core.nn.ReconstructionError;
import io.ae.core.nn.Tie;
import io.ae.core.nn.WeightInit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Config of {@code denoising}; each component's {@link Doc} says what it is.
 *
 * @param corruption what is done to the rows that are encoded in training
 * @param hidden sizes of the encoder's hidden layers; the decoder mirrors them
 * @param code units of the code, L
 * @param tie how the decoder's weights belong to the encoder's
 * @param activation of hidden layers
 * @param codeActivation of the code
 * @param output of the reconstruction; null is sigmoid for data in [0, 1], else linear
 * @param init how weights start
 * @param loss reconstruction error; null is cross entropy for data in [0, 1], else squared error
 */
public record DenoisingConfig(
    @Doc("What is done to the rows that are encoded in training; the error is to the clean ones.")
        Corruption corruption,
    @Doc("Units of each hidden layer of the encoder, from the input on; the decoder mirrors them.")
        @Range(min = 1, max = 1e6)
        @Size(max = 64)
        List<Integer> hidden,
    @Doc("Units of the code, L; may be more than the input has values.") @Range(min = 1, max = 1e6)
        int code,
    @Doc("How the decoder's weights belong to the encoder's.") Tie tie,
    @Doc("Activation of hidden layers.") Activation activation,
    @Doc("Activation of the code.") Activation codeActivation,
    @Doc("Activation of the reconstruction; null: sigmoid for data in [0, 1], else linear.")
        @Nullable Activation output,
    @Doc("How weights start.") WeightInit init,
    @Doc(
            "Reconstruction error that is minimised; null: cross-entropy for data in [0, 1] and a"
                + " sigmoid output, else squared-error.")
        @Nullable ReconstructionError loss) {
  /** The defaults: a quarter of the values masked, 512 hidden rectifiers, a linear code of 256. */
  public DenoisingConfig() {
    this(
        new Corruption(),
        List.of(512),
        256,
        Tie.NONE,
        Activation.RELU,
        Activation.LINEAR,
        null,
        WeightInit.GLOROT,
        null);
  }
}
