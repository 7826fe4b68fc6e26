package io.ae.examples.architecture.broken.core.file.read;

import org.ejml.data.DMatrixRMaj;

/** Breaks a wall on purpose. */
final class ReaderNeedsEjml {
  DMatrixRMaj breach;
}
