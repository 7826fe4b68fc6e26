/**
 * Parts that variants are composed of: layers, activations, initial weights, reconstruction errors,
 * penalties. Each is one small thing; none knows a variant.
 */
@NullMarked
package io.ae.core.nn;

import org.jspecify.annotations.NullMarked;
