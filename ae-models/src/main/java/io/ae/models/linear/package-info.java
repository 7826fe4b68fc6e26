/**
 * The linear autoencoder: its best code spans the space of the first L principal components.
 *
 * <p>Objective: the mean over rows of (1/D) Σ (x − z)², z = (x·W + b)·V + c. The rate falls to zero
 * along a straight line, since a fixed one circles around the optimum.
 *
 * <table>
 *   <caption>Shapes</caption>
 *   <tr><td>x, z</td><td>{@code [B, D]}</td></tr>
 *   <tr><td>W, V</td><td>{@code [D, L]}, {@code [L, D]}</td></tr>
 *   <tr><td>code</td><td>{@code [B, L]}</td></tr>
 * </table>
 *
 * <p>Paper: P. Baldi, K. Hornik, "Neural networks and principal component analysis: learning from
 * examples without local minima", Neural Networks 2, 1989. The paper's A and B are V and W here.
 * The units are no principal axes, only a basis of their space; look for it in the decoder's
 * weights, for inputs that are always zero never train the encoder's.
 *
 * <p>Not where PCA itself will do: it is exact and quicker.
 */
@NullMarked
package io.ae.models.linear;

import org.jspecify.annotations.NullMarked;
