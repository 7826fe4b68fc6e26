package io.ae.models.masked;

import io.ae.api.config.Doc;
import io.ae.api.config.Range;
import io.ae.api.config.Size;
import io.ae.core.nn.Activation;
import io.ae.core.nn.ReconstructionError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Config of {@code masked}; each component's {@link Doc} says what it is.
 *
 * @param patch side of a picture's patches, in pixels
 * @param fraction share of a row's parts that is masked, ν
 * @param token what stands in place of a masked value
 * @param indicator whether the encoder is told which values are masked
 * @param hidden sizes of the encoder's hidden layers; the decoder mirrors them
 * @param code units of the code, L
 * @param activation of hidden layers
 * @param codeActivation of the code
 * @param loss reconstruction error, of the masked values; null is cross entropy for data in [0, 1],
 *     else squared error
 */
public record MaskedConfig(
    @Doc("Side of the square patches of a picture, in pixels; vectors are masked value by value.")
        @Range(min = 1, max = 1e4)
        int patch,
    @Doc("Share of the patches or values of a row that are masked in training.")
        @Range(min = 0, max = 1, openMin = true)
        double fraction,
    @Doc("What stands in place of a masked value, in units of the scaled rows.")
        @Range(min = -1e6, max = 1e6)
        double token,
    @Doc("Whether the encoder is told which values are masked; needs a token outside the data.")
        boolean indicator,
    @Doc("Units of each hidden layer of the encoder, from the input on; the decoder mirrors them.")
        @Range(min = 1, max = 1e6)
        @Size(max = 64)
        List<Integer> hidden,
    @Doc("Units of the code, L.") @Range(min = 1, max = 1e6) int code,
    @Doc("Activation of hidden layers.") Activation activation,
    @Doc("Activation of the code.") Activation codeActivation,
    @Doc(
            "Reconstruction error of the masked values, which is minimised; null: cross-entropy for"
                + " data in [0, 1], else squared-error.")
        @Nullable ReconstructionError loss) {
  /** The defaults: half of the 4 x 4 patches masked by 0, 1,024 rectifiers, a code of 256. */
  public MaskedConfig() {
    this(4, .5, 0, false, List.of(1024), 256, Activation.RELU, Activation.RELU, null);
  }
}
