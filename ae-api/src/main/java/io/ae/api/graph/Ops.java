package io.ae.api.graph;

/**
 * What a network is written with: formulas on symbolic values. Shapes are checked at once, nothing
 * is computed. Every method that takes an {@link Operand} takes a variable as well as a value.
 *
 * <p>The batch axis {@code B} leads or is absent; an op with B in an input and not in its output
 * joins the rows of all shards (sum, max). All leading axes before those an op works on are rows.
 */
public non-sealed interface Ops
    extends ElementwiseOps, LayoutOps, ProductOps, RowOps, SpatialOps, SparseOps, DrawOps {}
