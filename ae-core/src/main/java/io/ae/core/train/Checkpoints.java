package io.ae.core.train;

import io.ae.core.file.read.ModelMetadata;
import java.nio.file.Path;

/**
 * Where checkpoints are written and what they say of the model. A checkpoint is also a model file.
 *
 * @param file replaced in one step after each epoch
 * @param metadata as the finished model will have it; history and time are filled in. Its config,
 *     settings, data digest, seed, backend and threads are what a resumption is held to
 */
public record Checkpoints(Path file, ModelMetadata metadata) {}
