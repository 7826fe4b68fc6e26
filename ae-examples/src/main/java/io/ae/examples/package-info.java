/**
 * The exercises of an autoencoder course, one small class each: what to do with autoencoders beyond
 * training one, written against the facade {@link io.ae.core.Ae} as any program would. Each {@code
 * run} gives a {@link io.ae.examples.Finding}, a table and a picture.
 */
@NullMarked
package io.ae.examples;

import org.jspecify.annotations.NullMarked;
