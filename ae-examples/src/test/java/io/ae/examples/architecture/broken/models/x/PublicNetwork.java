package io.ae.examples.architecture.broken.models.x;

import io.ae.api.model.Network;

/** Breaks a wall on purpose. */
public abstract class PublicNetwork implements Network {}
