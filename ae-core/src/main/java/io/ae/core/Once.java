package io.ae.core;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when it is first asked for, and the same from then on. */
final class Once<T extends Object> implements Supplier<T> {
  private final Supplier<T> making;
  private @Nullable T made;

  Once(Supplier<T> making) {
    this.making = making;
  }

  @Override
  public synchronized T get() {
    T present = made;
    if (present == null) {
      present = making.get();
      made = present;
    }
    return present;
  }
}
