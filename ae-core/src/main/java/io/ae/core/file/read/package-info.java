/**
 * Reads model files. Needs ae-api and Jackson's streaming parser alone, so that a scorer is made of
 * this package, a backend and nothing else.
 */
@NullMarked
package io.ae.core.file.read;

import org.jspecify.annotations.NullMarked;
