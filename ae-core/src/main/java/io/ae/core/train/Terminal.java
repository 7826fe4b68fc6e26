package io.ae.core.train;

import java.io.Console;

/** Whether somebody watches lines that are drawn again and again. */
public final class Terminal {
  private Terminal() {}

  /** Returns whether standard output is a terminal. */
  public static boolean attached() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // From Java 22 on there is a console even without a terminal, and a method that tells.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Console.isTerminal is public", e);
    }
  }
}
