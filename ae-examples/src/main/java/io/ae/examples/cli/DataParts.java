package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.AeException;
import io.ae.api.data.Parts;
import io.ae.api.data.Source;
import io.ae.core.Ae;
import io.ae.core.config.ConfigReader;
import io.ae.core.config.Json;
import io.ae.core.data.Dataset;
import io.ae.core.data.Split;
import io.ae.core.file.read.ModelMetadata;
import org.jspecify.annotations.Nullable;

/**
 * A data set in two parts, always the same two for the same settings.
 *
 * @param train rows to learn from
 * @param test rows to measure on
 */
record DataParts(Source train, Source test) {
  /** Opens what a run trains and tests on. */
  static DataParts of(Ae ae, RunConfig run) {
    Parts parts = ae.data(run.data());
    if (run.test() != null) {
      Parts other = ae.data(run.test());
      return new DataParts(parts.train(), other.test() == null ? other.train() : other.test());
    }
    if (parts.test() != null) {
      return new DataParts(parts.train(), parts.test());
    }
    Split split = Dataset.load(parts.train()).split(run.testFraction(), run.train().seed());
    return new DataParts(split.rest(), split.first());
  }

  /**
   * Opens rows for a saved model: the parts of its training, or all rows of other data.
   *
   * @param selector null for the data of the training
   * @throws AeException {@code AE-X005} if the model does not know its data and none is named
   */
  static DataParts of(Ae ae, ModelMetadata metadata, @Nullable String selector) {
    RunConfig run = run(metadata);
    if (run != null && (selector == null || selector.equals(run.data()))) {
      return of(ae, run);
    }
    if (selector == null) {
      throw new AeException(
          "AE-X005",
          "This model was trained on rows in memory and knows no selector."
              + " Name the rows: --data SELECTOR.");
    }
    Parts parts = ae.data(selector);
    return new DataParts(parts.train(), parts.test() == null ? parts.train() : parts.test());
  }

  /** Returns the rows that a command's options choose. */
  static Source rows(Ae ae, ModelMetadata metadata, ModelOptions options) {
    return of(ae, metadata, options.data).part(options.part);
  }

  /** Returns a part. */
  Source part(Part part) {
    return part == Part.TEST ? test : train;
  }

  /** Returns the settings of the run that trained a model; null if it was not the command's. */
  private static @Nullable RunConfig run(ModelMetadata metadata) {
    if (metadata.provenance().data().isEmpty()) {
      return null;
    }
    ObjectNode settings = (ObjectNode) Json.parse(metadata.provenance().settings(), "settings");
    settings.remove("model");
    return new ConfigReader().read(RunConfig.class, settings, "");
  }
}
