package io.ae.examples.architecture.broken.core.file.read;

import io.ae.examples.architecture.broken.core.train.GuiceInTrain;

/** Breaks a wall on purpose, one step removed. */
final class ReaderNeedsGuice {
  GuiceInTrain breach;
}
