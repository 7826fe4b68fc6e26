package io.ae.cpu.kernel;

import java.util.function.LongConsumer;

/** Hands weights to a primitive once a run, when it is first needed: it puts them in order. */
final class WeightsOnce {
  private final LongConsumer primitive;
  private boolean given;

  /**
   * @param primitive takes weights at a machine address
   */
  WeightsOnce(LongConsumer primitive) {
    this.primitive = primitive;
  }

  /** A run begins, with other weights. */
  void begin() {
    given = false;
  }

  /** The primitive is about to be run. */
  void give(long address) {
    if (!given) {
      primitive.accept(address);
      given = true;
    }
  }
}
