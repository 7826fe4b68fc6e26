package io.ae.examples.architecture.broken.examples;

import io.ae.examples.architecture.broken.cpu.Kernel;

/** Breaks a wall on purpose. */
final class ExamplesNeedsCpu {
  Kernel breach;
}
