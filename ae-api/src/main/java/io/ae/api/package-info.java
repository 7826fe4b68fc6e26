/**
 * What a user of a trained autoencoder holds: the model, its codes, its reconstructions, its
 * errors.
 */
@NullMarked
package io.ae.api;

import org.jspecify.annotations.NullMarked;
