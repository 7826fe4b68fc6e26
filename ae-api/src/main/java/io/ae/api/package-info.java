/** What a caller handles: an autoencoder, its codes, its reconstructions. */
@NullMarked
package io.ae.api;

import org.jspecify.annotations.NullMarked;
