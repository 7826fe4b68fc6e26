package io.ae.core.nn;

import io.ae.api.AeException;
import io.ae.api.graph.Init;
import io.ae.api.model.Vars;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Declares the layers that a plan asks for. */
final class DenseLayers {
  private final LayerPlan plan;
  private final int in;
  private final int out;
  private final Activation output;
  private final Init bias;

  /**
   * @param in values that the encoder takes
   * @param out values that the decoder gives
   */
  DenseLayers(LayerPlan plan, int in, int out, Activation output) {
    this.plan = plan;
    this.in = in;
    this.out = out;
    this.output = output;
    this.bias = plan.biasDeviation() == 0 ? Init.zeros() : new Init.Normal(plan.biasDeviation());
    int given = plan.activation().size();
    if (given != 1 && given != plan.hidden().size()) {
      throw new AeException(
          "AE-C011",
          "model.activation must have one word, or one for each of the "
              + plan.hidden().size()
              + " hidden layers. Got "
              + given);
    }
    if (plan.tie() != Tie.NONE && plan.decoder() != null) {
      throw new AeException(
          "AE-C012",
          "model.tie must be none where model.decoder is given: tied weights need a mirrored"
              + " decoder. Leave model.decoder out, or set model.tie=none");
    }
  }

  LayerStack encoder(Vars vars) {
    List<Activation> activations = new ArrayList<>(hiddenActivations());
    activations.add(plan.codeActivation());
    List<Integer> sizes = new ArrayList<>(plan.hidden());
    sizes.add(plan.code());
    List<DenseLayer> layers = new ArrayList<>();
    int width = in;
    for (int i = 0; i < sizes.size(); i++) {
      layers.add(layer(vars.scope(Integer.toString(i)), width, sizes.get(i), activations.get(i)));
      width = sizes.get(i);
    }
    return new LayerStack("encoder", layers, plan.dropout());
  }

  LayerStack decoder(Vars vars, List<DenseLayer> encoder) {
    List<Integer> sizes = new ArrayList<>(decoderSizes());
    List<Activation> activations = decoderActivations(sizes.size());
    activations.add(output);
    sizes.add(out);
    List<DenseLayer> layers = new ArrayList<>();
    int width = plan.code();
    for (int i = 0; i < sizes.size(); i++) {
      Vars own = vars.scope(Integer.toString(i));
      Activation activation = activations.get(i);
      DenseLayer mirrored = encoder.get(Math.max(0, encoder.size() - 1 - i));
      layers.add(
          switch (plan.tie()) {
            case NONE -> layer(own, width, sizes.get(i), activation);
            case INIT -> startingAs(own, mirrored, activation);
            case SHARED -> DenseLayer.sharing(own, mirrored, bias, activation);
          });
      width = sizes.get(i);
    }
    return new LayerStack("decoder", layers, plan.dropout());
  }

  private DenseLayer layer(Vars vars, int in, int out, Activation activation) {
    Init weight = plan.init().of(in, out, plan.deviation());
    return DenseLayer.of(vars, in, out, weight, bias, activation);
  }

  private DenseLayer startingAs(Vars vars, DenseLayer mirrored, Activation activation) {
    int in = mirrored.weight().shape().dim(1);
    int out = mirrored.weight().shape().dim(0);
    return DenseLayer.of(vars, in, out, new Init.TransposeOf(mirrored.weight()), bias, activation);
  }

  private List<Integer> decoderSizes() {
    List<Integer> given = plan.decoder();
    return given != null ? given : reversed(plan.hidden());
  }

  private List<Activation> hiddenActivations() {
    List<Activation> given = plan.activation();
    return given.size() == 1 ? Collections.nCopies(plan.hidden().size(), given.get(0)) : given;
  }

  /** The encoder's, mirrored; a decoder of another depth repeats the one nearest the input. */
  private List<Activation> decoderActivations(int hidden) {
    List<Activation> mirrored = reversed(hiddenActivations());
    List<Activation> activations = new ArrayList<>();
    for (int i = 0; i < hidden; i++) {
      activations.add(
          mirrored.isEmpty()
              ? plan.activation().get(0)
              : mirrored.get(Math.min(i, mirrored.size() - 1)));
    }
    return activations;
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return reversed;
  }
}
