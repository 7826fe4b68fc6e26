package io.ae.examples.architecture.broken.core.train;

/** Breaks a wall on purpose. */
final class TensorUtils {}
