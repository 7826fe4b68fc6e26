package io.ae.examples.architecture.broken.cpu;

import io.ae.examples.architecture.broken.core.train.Training;

/** Breaks a wall on purpose. */
final class CpuNeedsCore {
  Training breach;
}
