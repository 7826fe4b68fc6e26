package io.ae.examples.cli;

import io.ae.core.Fit;
import io.ae.core.TrainedModel;
import io.ae.core.file.read.ModelMetadata;

/**
 * A model and its size.
 *
 * @param model ready for use
 * @param parameters how many numbers gradients move
 */
record OpenedModel(TrainedModel model, long parameters) {
  /** Returns what was just fitted. */
  static OpenedModel of(Fit fit) {
    return of(fit.model());
  }

  static OpenedModel of(TrainedModel model) {
    return new OpenedModel(
        model, model.metadata().provenance().metrics().getOrDefault("parameters", 0.).longValue());
  }

  ModelMetadata metadata() {
    return model.metadata();
  }
}
