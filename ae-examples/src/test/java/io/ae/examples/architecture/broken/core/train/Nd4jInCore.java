package io.ae.examples.architecture.broken.core.train;

import org.nd4j.probe.Tensor;

/** Breaks a wall on purpose. */
final class Nd4jInCore {
  Tensor breach;
}
