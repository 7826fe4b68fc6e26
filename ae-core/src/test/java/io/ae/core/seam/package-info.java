/**
 * Proof of the seam: nine models written by hand against the api alone, trained on the backend
 * {@code java}, and the rules that every engine keeps, each a test.
 */
@NullMarked
package io.ae.core.seam;

import org.jspecify.annotations.NullMarked;
