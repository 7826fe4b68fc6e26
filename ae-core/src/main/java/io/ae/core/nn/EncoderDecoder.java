package io.ae.core.nn;

import io.ae.api.AeException;
import io.ae.api.data.DataSpec;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.api.model.Vars;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fully connected encoder of any depth, its decoder, and the error between rows and
 * reconstructions: what the flat variants have in common.
 */
public final class EncoderDecoder {
  private final Shape rows;
  private final ReconstructionError error;
  private final Activation output;
  private final LayerStack encoder;
  private final LayerStack decoder;

  /**
   * Declares the variables, in the scopes {@code encoder} and {@code decoder}.
   *
   * @param error reconstruction error; null is cross entropy for data in [0, 1] and a sigmoid
   *     output, else the squared error
   * @param data the rows
   * @throws AeException {@code AE-C010} for cross entropy of data that may lie outside [0, 1] or
   *     without a sigmoid output, {@code AE-C011}, {@code AE-C012} for a plan that does not fit
   *     itself
   */
  public EncoderDecoder(
      LayerPlan plan, @Nullable ReconstructionError error, DataSpec data, Vars vars) {
    this(plan, error, data, data.features(), vars);
  }

  /**
   * As the other, for an encoder that is given more than the row.
   *
   * @param in values that the encoder takes for a row
   */
  public EncoderDecoder(
      LayerPlan plan, @Nullable ReconstructionError error, DataSpec data, int in, Vars vars) {
    this.rows = Shape.rows(data.row());
    Activation chosen = plan.output();
    this.output = chosen != null ? chosen : data.unit() ? Activation.SIGMOID : Activation.LINEAR;
    boolean bits = output == Activation.SIGMOID && data.unit();
    this.error =
        error != null
            ? error
            : bits ? ReconstructionError.CROSS_ENTROPY : ReconstructionError.SQUARED_ERROR;
    refuseCrossEntropyOf(data, bits);
    DenseLayers layers = new DenseLayers(plan, in, data.features(), output);
    this.encoder = layers.encoder(vars.scope("encoder"));
    this.decoder = layers.decoder(vars.scope("decoder"), encoder.layers());
  }

  /**
   * Encodes rows.
   *
   * @param x rows of any shape, {@code [B, …]}
   * @return {@code [B, L]}
   */
  public Value encode(Ops o, Value x) {
    return encoder.apply(o, o.flatten(x));
  }

  /** Returns the reconstructions {@code [B, …]} of codes {@code [B, L]}. */
  public Value decode(Ops o, Value code) {
    return o.reshape(decoder.apply(o, code), rows);
  }

  /**
   * Returns how far rows are from the reconstructions of codes.
   *
   * @param x the clean rows, {@code [B, …]}
   * @param code {@code [B, L]}
   * @return {@code [B]}
   */
  public Value error(Ops o, Value x, Value code) {
    return error.of(o, o.flatten(x), decoder.sums(o, code), output);
  }

  /**
   * Returns how far a part of each row is from the reconstruction of its code.
   *
   * @param x the clean rows, {@code [B, …]}
   * @param code {@code [B, L]}
   * @param part 1 for values that count, else 0, {@code [B, …]}
   * @return {@code [B]}
   */
  public Value error(Ops o, Value x, Value code, Value part) {
    return error.of(o, o.flatten(x), decoder.sums(o, code), output, o.flatten(part));
  }

  /** Returns the encoder's layers, first to last. */
  public List<DenseLayer> encoder() {
    return encoder.layers();
  }

  /** Returns the weights of all layers; a shared one appears twice. */
  public List<Var> weights() {
    return Stream.of(encoder, decoder)
        .flatMap(stack -> stack.layers().stream())
        .map(DenseLayer::weight)
        .toList();
  }

  private void refuseCrossEntropyOf(DataSpec data, boolean bits) {
    if (error == ReconstructionError.CROSS_ENTROPY && !bits) {
      throw new AeException(
          "AE-C010",
          "model.loss cross-entropy needs data in [0, 1] and a sigmoid output. Got data in ["
              + data.low()
              + ", "
              + data.high()
              + "] and output "
              + output.name().toLowerCase(Locale.ROOT)
              + ". Scale the data with min-max, or use squared-error");
    }
  }
}
