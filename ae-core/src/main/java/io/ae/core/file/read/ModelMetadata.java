package io.ae.core.file.read;

import io.ae.api.CodeKind;
import io.ae.api.data.DataSpec;
import io.ae.core.data.Scaling;

/**
 * What a model file says of its model.
 *
 * @param plugin id of the variant
 * @param config the variant's config, a JSON object
 * @param data what rows look like, before scaling
 * @param scaling applied to rows before the model, undone after it
 * @param codeKind what the elements of a code are
 * @param codeWidth elements of a code, L
 * @param provenance where it comes from
 */
public record ModelMetadata(
    String plugin,
    String config,
    DataSpec data,
    Scaling scaling,
    CodeKind codeKind,
    int codeWidth,
    Provenance provenance) {
  /** Returns this with another provenance. */
  public ModelMetadata with(Provenance other) {
    return new ModelMetadata(plugin, config, data, scaling, codeKind, codeWidth, other);
  }
}
