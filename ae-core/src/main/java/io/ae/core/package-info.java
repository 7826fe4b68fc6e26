/**
 * The facade for library consumers.
 *
 * <pre>{@code
 * try (Ae ae = Ae.create()) {
 *   Fit fit = ae.model("dense").set("hidden", List.of(32)).set("code", 2).epochs(20).fit(rows);
 *   Codes codes = fit.model().encode(rows);
 *   fit.model().save(Path.of("m.ae"));
 * }
 * }</pre>
 *
 * <p>Codes: {@code AE-M001} the model is closed; {@code AE-M002} it cannot do that; {@code AE-M003}
 * codes of another kind; {@code AE-M004} a saved model does not fit what its plugin builds now.
 */
@NullMarked
package io.ae.core;

import org.jspecify.annotations.NullMarked;
