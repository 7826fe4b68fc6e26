/**
 * Sparse autoencoders: a code may have many units, of which few are active for any one row, so that
 * each comes to stand for a feature of its own.
 *
 * <p>Objective: the mean over rows of E(x, z), z = g(s(f(x))), plus β S(h), plus λ₁ Σ |w| + λ₂ Σ
 * w²; E is (1/D) Σ (x − z)², −Σ x ln z + (1 − x) ln(1 − z), or ‖x − z‖. S is the divergence of each
 * unit's mean over the batch from a target (summed over units), or the sum of a row's absolute
 * activations; with the k largest there is no term, and s sets the other activations to 0. Mind the
 * scales: S is summed over units, the first E is a mean over pixels.
 *
 * <table>
 *   <caption>Shapes</caption>
 *   <tr><td>x, z</td><td>{@code [B, D]}, pictures flattened</td></tr>
 *   <tr><td>encoder weights</td><td>{@code [D, H₁]}, …, {@code [Hₙ, L]}</td></tr>
 *   <tr><td>code h</td><td>{@code [B, L]}; L may exceed D</td></tr>
 *   <tr><td>mean activations ρ̂</td><td>{@code [L]}</td></tr>
 *   <tr><td>decoder weights</td><td>{@code [L, Hₙ]}, …, {@code [H₁, D]}</td></tr>
 * </table>
 *
 * <p>Papers: A. Ng, "Sparse autoencoder", CS294A lecture notes, Stanford 2011, after H. Lee, C.
 * Ekanadham, A. Ng, "Sparse deep belief net model for visual area V2", NIPS 2007; A. Makhzani, B.
 * Frey, "k-sparse autoencoders", ICLR 2014. Names: the notes' ρ is {@code sparsity.target}, β is
 * {@code sparsity.factor}, their weight decay λ/2 is {@code l2}; the second paper's k is {@code
 * sparsity.active}. Differences: the notes' error is half the sum over pixels, so their factors are
 * D/2 times as large as here; means are over the batch, theirs over all rows; the second paper
 * keeps more units after training than in it, here it is k in both.
 *
 * <p>Not where the code should be short: a sparse code spends many units on saying little at once.
 */
@NullMarked
package io.ae.models.sparse;

import org.jspecify.annotations.NullMarked;
