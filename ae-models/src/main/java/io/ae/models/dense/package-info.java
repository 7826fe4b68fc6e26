/**
 * Fully connected autoencoders: layers squeeze a row into a small code and unfold it again.
 *
 * <p>Objective: the mean over rows of (1/D) Σ (x − z)², of −Σ x ln z + (1 − x) ln(1 − z), or of ‖x
 * − z‖, plus λ₁ Σ |w| + λ₂ Σ w².
 *
 * <table>
 *   <caption>Shapes</caption>
 *   <tr><td>x, z</td><td>{@code [B, D]}, pictures flattened</td></tr>
 *   <tr><td>encoder weights</td><td>{@code [D, H₁]}, {@code [H₁, H₂]}, …, {@code [Hₙ, L]}</td></tr>
 *   <tr><td>code</td><td>{@code [B, L]}</td></tr>
 *   <tr><td>decoder weights</td><td>{@code [L, Hₙ]}, …, {@code [H₁, D]}</td></tr>
 * </table>
 *
 * <p>Paper: G. Hinton, R. Salakhutdinov, "Reducing the dimensionality of data with neural
 * networks", Science 313, 2006. Names: the paper's "unrolling" is {@code tie=init}. Difference: all
 * layers are trained at once from random weights, without restricted Boltzmann machines.
 *
 * <p>Not for pictures whose content moves about: convolutions see a stroke wherever it is.
 */
@NullMarked
package io.ae.models.dense;

import org.jspecify.annotations.NullMarked;
