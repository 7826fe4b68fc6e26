package io.ae.examples.architecture.broken.core.train;

import picocli.CommandLine;

/** Breaks a wall on purpose. */
final class PicocliInCore {
  CommandLine breach;
}
