package io.ae.core;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Ends training from another thread: what was trained so far is kept, and the history says {@link
 * io.ae.core.train.History.End#CANCELLED}.
 */
public final class Cancellation implements BooleanSupplier {
  private final AtomicBoolean cancelled = new AtomicBoolean();

  /** Not cancelled yet. */
  public Cancellation() {}

  /** Ends training before its next step. */
  public void cancel() {
    cancelled.set(true);
  }

  @Override
  public boolean getAsBoolean() {
    return cancelled.get();
  }
}
