/**
 * Training: epochs and batches over a compiled model, validation, early stopping, checkpoints and
 * resuming to the same numbers.
 */
@NullMarked
package io.ae.core.train;

import org.jspecify.annotations.NullMarked;
