package io.ae.core.file.read;

import io.ae.api.backend.CompiledModel;
import io.ae.api.graph.Program;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model file in memory.
 *
 * @param metadata what it says of itself
 * @param program the functions of inference, and every variable of the network
 * @param weights a value for each variable of the program
 * @param training where training stands; null unless the file is a checkpoint
 */
public record ModelFile(
    ModelMetadata metadata,
    Program program,
    Map<String, Tensor> weights,
    @Nullable TrainingState training) {
  /** The newest format; every older one is read for ever. */
  public static final int FORMAT = 1;

  public ModelFile {
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
  }

  /** Sets the state of a model compiled from {@link #program}. */
  public void writeTo(CompiledModel model) {
    weights.forEach((name, tensor) -> tensor.writeTo(model, name));
  }
}
