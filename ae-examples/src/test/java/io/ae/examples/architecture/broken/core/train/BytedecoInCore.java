package io.ae.examples.architecture.broken.core.train;

import org.bytedeco.javacpp.Pointer;

/** Breaks a wall on purpose. */
final class BytedecoInCore {
  Pointer breach;
}
