package io.ae.examples.architecture.broken.cuda;

import io.ae.examples.architecture.broken.cpu.Kernel;

/** Breaks a wall on purpose. */
final class CudaNeedsCpu {
  Kernel breach;
}
