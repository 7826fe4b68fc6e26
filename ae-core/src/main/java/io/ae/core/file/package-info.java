/**
 * Writes model files and checkpoints: {@code NAME.ae}, a zip of stored entries. {@code model.json}
 * (format, variant, config, data, scaling, provenance, sizes and digests of the other entries),
 * {@code graph.json} (the traced functions of inference), {@code weights.safetensors}; a checkpoint
 * also has {@code training.json} and {@code training.safetensors}.
 */
@NullMarked
package io.ae.core.file;

import org.jspecify.annotations.NullMarked;
