/**
 * The graph: shapes with named axes, the closed list of ops with their gradients, and programs.
 *
 * <p>Letters: {@code B} batch, {@code A} all rows again, {@code N} non-zeros, {@code D} features,
 * {@code L} code, {@code H} hidden units, {@code K} codebook, {@code C Y X} channel, row, column.
 */
@NullMarked
package io.ae.api.graph;

import org.jspecify.annotations.NullMarked;
