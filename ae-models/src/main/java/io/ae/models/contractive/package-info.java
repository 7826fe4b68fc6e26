/**
 * Contractive autoencoders: the encoder is asked to move little when its input does, so that its
 * code follows only the directions in which rows really differ.
 *
 * <p>Objective: the mean over rows of E(x, z) + λ ‖J‖²F with J = ∂h/∂x at that row; E is (1/D) Σ (x
 * − z)², −Σ x ln z + (1 − x) ln(1 − z), or ‖x − z‖. <b>Mind the scales: λ multiplies a sum over all
 * units and inputs of a row, while squared error is a mean over its pixels</b>: beside an error
 * summed over pixels, as the paper has it, λ would be D times as large for the same effect. The
 * penalty acts on the weights as they are, not on a copy.
 *
 * <table>
 *   <caption>Shapes</caption>
 *   <tr><td>x, z</td><td>{@code [B, D]}, pictures flattened</td></tr>
 *   <tr><td>encoder weights</td><td>{@code [D, H₁]}, …, {@code [Hₙ, L]}</td></tr>
 *   <tr><td>code h</td><td>{@code [B, L]}; L may exceed D</td></tr>
 *   <tr><td>J</td><td>{@code [B, L, D]}; written down by {@code jacobian=exact} alone</td></tr>
 *   <tr><td>decoder weights</td><td>{@code [L, Hₙ]}, …, {@code [H₁, D]}</td></tr>
 * </table>
 *
 * <p>Paper: S. Rifai, P. Vincent, X. Muller, X. Glorot, Y. Bengio, "Contractive auto-encoders:
 * explicit invariance during feature extraction", ICML 2011. Names: the paper's λ is {@code
 * factor}, its tied weights are {@code tie=shared}. Differences: deep encoders are contracted as a
 * whole, by {@link io.ae.core.nn.JacobianNorm}, where the paper stacks layers; the score of a row
 * is its error alone.
 *
 * <p>Not with untied weights: the encoder then shrinks its weights and the decoder enlarges its own
 * until the penalty is small and nothing has changed. Nor for deep encoders of many units where
 * {@code dense} with dropout will do: the norm costs several times the layers themselves.
 */
@NullMarked
package io.ae.models.contractive;

import org.jspecify.annotations.NullMarked;
