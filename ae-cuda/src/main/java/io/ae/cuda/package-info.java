/**
 * Room for the backend {@code cuda}. It holds no provider: {@code ae backends} lists none of this
 * name, and {@code --backend cuda} is refused as unknown.
 *
 * <p>Its contract is that of every backend, {@link io.ae.api.backend.BackendProvider}: probing a
 * machine without a card answers {@link io.ae.api.backend.Availability.Unavailable} with reason and
 * remedy; the kernels pass the backend rules of {@code ae-api/SPEC.md}; the state may live on the
 * card, since it crosses the seam by {@code read} and {@code write} alone.
 */
@NullMarked
package io.ae.cuda;

import org.jspecify.annotations.NullMarked;
