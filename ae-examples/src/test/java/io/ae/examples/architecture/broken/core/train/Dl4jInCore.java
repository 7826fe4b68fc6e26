package io.ae.examples.architecture.broken.core.train;

import org.deeplearning4j.probe.Layer;

/** Breaks a wall on purpose. */
final class Dl4jInCore {
  Layer breach;
}
