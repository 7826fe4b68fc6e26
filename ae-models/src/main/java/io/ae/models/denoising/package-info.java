/**
 * Denoising autoencoders: rows are corrupted before they are encoded, and the clean ones are asked
 * for, so that copying the input is no solution.
 *
 * <p>Objective: the mean over rows of E(x, z), z = g(f(x̃)), x̃ ∼ q(x̃ | x) drawn anew at every
 * presentation; E is (1/D) Σ (x − z)², −Σ x ln z + (1 − x) ln(1 − z), or ‖x − z‖, over all D
 * values, corrupted or not. The kinds of q are those of {@link io.ae.core.nn.Corruption}.
 * Validation, {@code encode}, {@code reconstruct} and {@code score} take rows as they are; the
 * function {@code corrupt} gives x̃.
 *
 * <table>
 *   <caption>Shapes</caption>
 *   <tr><td>x, x̃, z</td><td>{@code [B, D]}, pictures flattened; occlusion sees {@code [B, C, Y, X]}</td></tr>
 *   <tr><td>encoder weights</td><td>{@code [D, H₁]}, …, {@code [Hₙ, L]}</td></tr>
 *   <tr><td>code</td><td>{@code [B, L]}; L may exceed D</td></tr>
 *   <tr><td>decoder weights</td><td>{@code [L, Hₙ]}, …, {@code [H₁, D]}</td></tr>
 * </table>
 *
 * <p>Paper: P. Vincent, H. Larochelle, I. Lajoie, Y. Bengio, P.-A. Manzagol, "Stacked denoising
 * autoencoders: learning useful representations in a deep network with a local denoising
 * criterion", JMLR 11, 2010. Names: the paper's masking noise MN is {@code masking} (its ν is
 * {@code fraction}), its salt-and-pepper noise SP is {@code salt-and-pepper}, its Gaussian noise GS
 * is {@code gaussian} (its σ is {@code deviation}). Differences: all layers are trained at once,
 * the paper stacks them one by one; the error counts corrupted and untouched values alike (the
 * paper's α = β = 1).
 *
 * <p>Not for rows whose values say nothing of one another: what is masked cannot be guessed then.
 */
@NullMarked
package io.ae.models.denoising;

import org.jspecify.annotations.NullMarked;
