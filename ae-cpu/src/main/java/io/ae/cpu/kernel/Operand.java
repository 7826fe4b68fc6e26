package io.ae.cpu.kernel;

import io.ae.cpu.memory.Extent;
import io.ae.cpu.memory.Geometry;
import io.ae.cpu.memory.Slot;

/**
 * A value that a {@link UnitStep} brings to the heap: unit by unit, or whole. Exactly one of the
 * two arrays is used.
 */
public final class Operand {
  private final Slot slot;
  private final Extent unit;
  private final boolean whole;
  private final boolean index;
  private float[] reals = {};
  private int[] ints = {};

  private Operand(Slot slot, Extent unit, boolean whole, boolean index) {
    this.slot = slot;
    this.unit = unit;
    this.whole = whole;
    this.index = index;
  }

  /**
   * Returns a value of which each unit needs its own part.
   *
   * @param slot the value
   * @param unit elements of one unit
   * @param index whether they are indices
   */
  public static Operand units(Slot slot, Extent unit, boolean index) {
    return new Operand(slot, unit, false, index);
  }

  /** Returns a value that every unit needs as a whole. */
  public static Operand whole(Slot slot, boolean index) {
    return new Operand(slot, slot.extent(), true, index);
  }

  /**
   * Makes room.
   *
   * @param units units at a time
   * @param maxRows the most rows of a batch
   * @param maxElements the most elements of the value
   */
  public void allocate(int units, int maxRows, int maxElements) {
    long perUnit = unit.capacity(0, maxRows, 0);
    int size = whole ? maxElements : Math.toIntExact(Math.max(1, units * perUnit));
    if (index) {
      ints = new int[size];
    } else {
      reals = new float[size];
    }
  }

  /** Returns the reals of the units at hand. */
  public float[] reals() {
    return reals;
  }

  /** Returns the indices of the units at hand. */
  public int[] ints() {
    return ints;
  }

  /** Returns the elements of one unit in this run. */
  public int unit() {
    return unit.inner(slot.geometry());
  }

  Geometry geometry() {
    return slot.geometry();
  }

  boolean whole() {
    return whole;
  }

  int count() {
    return slot.count();
  }

  void load(int from, int units) {
    int size = unit();
    if (index) {
      slot.load(from * size, ints, units * size);
    } else {
      slot.load(from * size, reals, units * size);
    }
  }

  void loadWhole() {
    if (index) {
      slot.load(0, ints, count());
    } else {
      slot.load(0, reals, count());
    }
  }

  void store(int from, int units) {
    int size = unit();
    if (index) {
      slot.store(from * size, ints, units * size);
    } else {
      slot.store(from * size, reals, units * size);
    }
  }
}
