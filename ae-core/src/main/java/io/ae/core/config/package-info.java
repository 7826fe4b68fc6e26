/**
 * Configs: strict JSON to records and back, documentation of their components, and bad values for
 * the conformance kit. Constraints are those of {@link io.ae.api.config}.
 *
 * <p>A config is a public record in an exported package (or in one opened to this module), with a
 * public constructor without arguments that gives the defaults. Components are {@code int}, {@code
 * long}, {@code double}, {@code boolean} or their boxes, {@code String}, enums, other config
 * records and lists of these. A key that is absent keeps its default; a component may be null if
 * its default is null.
 *
 * <p>Codes: {@code AE-C001} unknown key, {@code AE-C002} wrong type, {@code AE-C003} out of range,
 * {@code AE-C004} word not in the list, {@code AE-C005} size of a list, {@code AE-C006} not JSON,
 * {@code AE-C007} {@code --set} not understood, {@code AE-C008} config type out of reach, {@code
 * AE-C009} values that do not go together, {@code AE-C010} no config type.
 */
@NullMarked
package io.ae.core.config;

import org.jspecify.annotations.NullMarked;
