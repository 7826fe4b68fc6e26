package io.ae.examples.architecture.broken.core.train;

import java.util.ServiceLoader;

/** Breaks a wall on purpose. */
final class LooksUpProviders {
  ServiceLoader<Runnable> breach;
}
