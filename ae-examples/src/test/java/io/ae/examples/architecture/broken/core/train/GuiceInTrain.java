package io.ae.examples.architecture.broken.core.train;

import com.google.inject.Injector;

/** Breaks a wall on purpose. */
public final class GuiceInTrain {
  Injector breach;
}
