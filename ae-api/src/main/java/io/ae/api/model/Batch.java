package io.ae.api.model;

import io.ae.api.graph.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a loss sees.
 *
 * @param x inputs, {@code [B, …]}
 * @param label classes, index {@code [B]}, −1 for none; null unless the phase is labelled
 */
public record Batch(Value x, @Nullable Value label) {}
