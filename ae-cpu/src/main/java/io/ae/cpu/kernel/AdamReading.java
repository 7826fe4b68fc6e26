package io.ae.cpu.kernel;

import io.ae.api.graph.Update;
import io.ae.cpu.loop.Formulas;
import io.ae.cpu.memory.Slot;

/** The scalars of Adam's step: its moments' corrections, worked out once a run. */
public final class AdamReading implements TileLoop.Reading {
  private final Update.Adam op;
  private final Slot t;
  private final Slot rate;
  private final Formulas.AdamScalars places;

  /**
   * @param op β₁, β₂ and decay
   * @param t counter of the steps
   * @param rate learning rate
   * @param places where they go
   */
  public AdamReading(Update.Adam op, Slot t, Slot rate, Formulas.AdamScalars places) {
    this.op = op;
    this.t = t;
    this.rate = rate;
    this.places = places;
  }

  @Override
  public void into(float[] scalars) {
    long steps = t.step();
    double r = rate.real(0);
    scalars[places.step().number()] = (float) (r / (1 - Math.pow(op.beta1(), steps)));
    scalars[places.root().number()] = (float) (1 / Math.sqrt(1 - Math.pow(op.beta2(), steps)));
    scalars[places.shrink().number()] = (float) (r * op.decay());
  }
}
