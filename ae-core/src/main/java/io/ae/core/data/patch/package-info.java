/**
 * Pictures in small pieces: cutting and joining, contrast, and pooling of what the pieces' codes
 * say of the whole (Coates, Lee, Ng, "An analysis of single-layer networks in unsupervised feature
 * learning", AISTATS 2011). Whitening is in {@link io.ae.core.baseline.Whitening}.
 */
@NullMarked
package io.ae.core.data.patch;

import org.jspecify.annotations.NullMarked;
