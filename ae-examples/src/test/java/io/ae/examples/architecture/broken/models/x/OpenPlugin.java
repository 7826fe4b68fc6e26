package io.ae.examples.architecture.broken.models.x;

/** Breaks a wall on purpose. */
class OpenPlugin {}
