package io.ae.core.train;

import io.ae.core.file.read.ModelMetadata;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Where checkpoints are written and what they say of the model. A checkpoint is also a model file.
 *
 * @param file replaced in one step after each epoch
 * @param metadata as the finished model will have it; history and time are filled in. Its config,
 *     settings, data digest, seed, backend and threads are what a resumption is held to. Asked for
 *     when a run is resumed or the first checkpoint written: taking the digest reads all rows
 */
public record Checkpoints(Path file, Supplier<ModelMetadata> metadata) {}
