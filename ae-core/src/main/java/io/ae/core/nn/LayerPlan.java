package io.ae.core.nn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a config says of a fully connected encoder and its decoder; {@link EncoderDecoder} builds
 * it.
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
 * @param dropout probability that a hidden unit is silent in training
 */
public record LayerPlan(
    List<Integer> hidden,
    int code,
    @Nullable List<Integer> decoder,
    Tie tie,
    List<Activation> activation,
    Activation codeActivation,
    @Nullable Activation output,
    WeightInit init,
    double deviation,
    double biasDeviation,
    double dropout) {
  /** A mirrored decoder, weights of its own, no dropout, one activation for all hidden layers. */
  public LayerPlan(
      List<Integer> hidden, Activation activation, int code, Activation codeActivation) {
    this(
        hidden,
        code,
        null,
        Tie.NONE,
        List.of(activation),
        codeActivation,
        null,
        WeightInit.GLOROT,
        1,
        0,
        0);
  }

  /** Returns this plan with weights tied, starting so, and with this output. */
  public LayerPlan with(Tie newTie, WeightInit newInit, @Nullable Activation newOutput) {
    return new LayerPlan(
        hidden,
        code,
        decoder,
        newTie,
        activation,
        codeActivation,
        newOutput,
        newInit,
        deviation,
        biasDeviation,
        dropout);
  }
}
