package io.ae.cpu.memory;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A pointer whose address moves, so that a step hands native code another place without making an
 * object. It owns nothing.
 */
public final class Address extends FloatPointer {
  private static final long UNSET = 0;

  /** Makes a pointer to nothing. */
  @SuppressWarnings("NullAway") // the preset copies nothing from null
  public Address() {
    super((Pointer) null);
    address = UNSET;
  }

  /** Points to a machine address. */
  public Address at(long machineAddress) {
    address = machineAddress;
    return this;
  }
}
