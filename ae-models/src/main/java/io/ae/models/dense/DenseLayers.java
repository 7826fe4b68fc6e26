package io.ae.models.dense;

import io.ae.api.AeException;
import io.ae.api.graph.Init;
import io.ae.api.model.Vars;
import io.ae.core.nn.Activation;
import io.ae.core.nn.DenseLayer;
import io.ae.core.nn.LayerStack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Declares the layers that a config asks for. */
final class DenseLayers {
  private final DenseConfig config;
  private final int features;
  private final Activation output;
  private final Init bias;

  DenseLayers(DenseConfig config, int features, Activation output) {
    this.config = config;
    this.features = features;
    this.output = output;
    this.bias =
        config.biasDeviation() == 0 ? Init.zeros() : new Init.Normal(config.biasDeviation());
    int given = config.activation().size();
    if (given != 1 && given != config.hidden().size()) {
      throw new AeException(
          "AE-C011",
          "model.activation must have one word, or one for each of the "
              + config.hidden().size()
              + " hidden layers. Got "
              + given);
    }
    if (config.tie() != Tie.NONE && config.decoder() != null) {
      throw new AeException(
          "AE-C012",
          "model.tie must be none where model.decoder is given: tied weights need a mirrored"
              + " decoder. Leave model.decoder out, or set model.tie=none");
    }
  }

  LayerStack encoder(Vars vars) {
    List<Activation> activations = new ArrayList<>(hiddenActivations());
    activations.add(config.codeActivation());
    List<Integer> sizes = new ArrayList<>(config.hidden());
    sizes.add(config.code());
    List<DenseLayer> layers = new ArrayList<>();
    int in = features;
    for (int i = 0; i < sizes.size(); i++) {
      layers.add(layer(vars.scope(Integer.toString(i)), in, sizes.get(i), activations.get(i)));
      in = sizes.get(i);
    }
    return new LayerStack("encoder", layers, config.dropout());
  }

  LayerStack decoder(Vars vars, List<DenseLayer> encoder) {
    List<Integer> sizes = new ArrayList<>(decoderSizes());
    List<Activation> activations = decoderActivations(sizes.size());
    activations.add(output);
    sizes.add(features);
    List<DenseLayer> layers = new ArrayList<>();
    int in = config.code();
    for (int i = 0; i < sizes.size(); i++) {
      Vars own = vars.scope(Integer.toString(i));
      Activation activation = activations.get(i);
      DenseLayer mirrored = encoder.get(Math.max(0, encoder.size() - 1 - i));
      layers.add(
          switch (config.tie()) {
            case NONE -> layer(own, in, sizes.get(i), activation);
            case INIT -> startingAs(own, mirrored, activation);
            case SHARED -> DenseLayer.sharing(own, mirrored, bias, activation);
          });
      in = sizes.get(i);
    }
    return new LayerStack("decoder", layers, config.dropout());
  }

  private DenseLayer layer(Vars vars, int in, int out, Activation activation) {
    Init weight = config.init().of(in, out, config.deviation());
    return DenseLayer.of(vars, in, out, weight, bias, activation);
  }

  private DenseLayer startingAs(Vars vars, DenseLayer mirrored, Activation activation) {
    int in = mirrored.weight().shape().dim(1);
    int out = mirrored.weight().shape().dim(0);
    return DenseLayer.of(vars, in, out, new Init.TransposeOf(mirrored.weight()), bias, activation);
  }

  private List<Integer> decoderSizes() {
    List<Integer> given = config.decoder();
    return given != null ? given : reversed(config.hidden());
  }

  private List<Activation> hiddenActivations() {
    List<Activation> given = config.activation();
    return given.size() == 1 ? Collections.nCopies(config.hidden().size(), given.get(0)) : given;
  }

  /** The encoder's, mirrored; a decoder of another depth repeats the one nearest the input. */
  private List<Activation> decoderActivations(int hidden) {
    List<Activation> mirrored = reversed(hiddenActivations());
    List<Activation> activations = new ArrayList<>();
    for (int i = 0; i < hidden; i++) {
      activations.add(
          mirrored.isEmpty()
              ? config.activation().get(0)
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
