/**
 * Room for search with codes: exact and Hamming indexes, semantic hashing, documents, pictures. It
 * holds no type yet.
 *
 * <p>Its contract: it takes {@link io.ae.api.Codes} of any {@link io.ae.api.CodeKind}, with the
 * rows' ids, and answers with ids and distances; it adds kinds of data (bags of words) through
 * {@link io.ae.api.data.SourceProvider}, without a change to ae-core.
 */
@NullMarked
package io.ae.retrieval;

import org.jspecify.annotations.NullMarked;
