package io.ae.cpu.onednn;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A pointer whose address moves, so that a step hands oneDNN another place without making an
 * object. It owns nothing.
 */
final class Address extends FloatPointer {
  private static final long UNSET = 0;

  @SuppressWarnings("NullAway") // the preset copies nothing from null
  Address() {
    super((Pointer) null);
    address = UNSET;
  }

  /** Points to a machine address. */
  Address at(long machineAddress) {
    address = machineAddress;
    return this;
  }
}
