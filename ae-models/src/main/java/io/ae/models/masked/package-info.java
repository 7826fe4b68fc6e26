/**
 * Masked autoencoders: patches of a picture, or values of a vector, are masked, and they alone are
 * predicted from what is left.
 *
 * <p>Objective: the mean over rows of E over the masked values of x and z, z = g(f(x̃)): the mean
 * of (x − z)², the sum of −x ln z − (1 − x) ln(1 − z), or √Σ (x − z)². In x̃ exactly ⌊ν · parts⌋
 * parts of each row, drawn anew at every presentation, are the token. What is not masked counts
 * nothing.
 *
 * <p>Validation, {@code encode}, {@code reconstruct} and {@code score} take rows as they are, over
 * all values: clean in, and out comes each value as the model predicts it. The function {@code
 * corrupt} gives x̃; restored from it, the masked values are predictions. A value that equals the
 * token counts as masked where the indicator is on. The default token 0 is a picture's background,
 * or the mean of a standardised column: masked rows stay like clean ones, and training is steady.
 *
 * <table>
 *   <caption>Shapes</caption>
 *   <tr><td>x, x̃, z</td><td>{@code [B, D]}, or {@code [B, C, Y, X]} flattened</td></tr>
 *   <tr><td>mask</td><td>{@code [B, D]}, or {@code [B, 1, Y/p, X/p]} enlarged p times</td></tr>
 *   <tr><td>encoder weights</td><td>{@code [D, H₁]}, or {@code [2D, H₁]} with the indicator, …,
 *       {@code [Hₙ, L]}</td></tr>
 *   <tr><td>code</td><td>{@code [B, L]}</td></tr>
 *   <tr><td>decoder weights</td><td>{@code [L, Hₙ]}, …, {@code [H₁, D]}</td></tr>
 * </table>
 *
 * <p>Paper: J. Devlin, M.-W. Chang, K. Lee, K. Toutanova, "BERT: pre-training of deep bidirectional
 * transformers for language understanding", NAACL 2019; for pictures K. He et al., "Masked
 * autoencoders are scalable vision learners", CVPR 2022. Names: the papers' [MASK] is {@code
 * token}, a fixed value here and a learnt vector there; the masking ratio is {@code fraction}.
 * Differences: layers are fully connected, not transformers, so the encoder sees the whole row with
 * the token in it; a masked part is never left as it is nor replaced by another row's.
 *
 * <p>Not for rows whose values say nothing of one another, nor where a clean row must come back as
 * it was: what the model sees of a value is not what it predicts it from. Take {@code denoising}.
 */
@NullMarked
package io.ae.models.masked;

import org.jspecify.annotations.NullMarked;
