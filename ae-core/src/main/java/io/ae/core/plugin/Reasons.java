package io.ae.core.plugin;

import java.util.ServiceConfigurationError;
import org.jspecify.annotations.Nullable;

/** Puts into words why a provider's own code failed. */
final class Reasons {
  private Reasons() {}

  /** Returns one line without a full stop. */
  static String of(Throwable failure) {
    Throwable cause = failure.getCause();
    if (failure instanceof ServiceConfigurationError error) {
      return cause == null ? afterService(error.getMessage()) : of(cause);
    }
    if (failure instanceof ExceptionInInitializerError && cause != null) {
      return "its static initialiser fails: " + of(cause);
    }
    if (failure instanceof UnsupportedClassVersionError) {
      return "was compiled for a newer Java than this "
          + Runtime.version().feature()
          + ": "
          + line(failure.getMessage());
    }
    if (failure instanceof NoClassDefFoundError || failure instanceof ClassNotFoundException) {
      String message = line(failure.getMessage());
      return message.contains(" ") ? message : "class " + message.replace('/', '.') + " is missing";
    }
    String message = line(failure.getMessage());
    return failure.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
  }

  /** Throws what no provider can be blamed for: no memory, a stack overflow. */
  static void rethrowIfFatal(Throwable failure) {
    if (failure instanceof VirtualMachineError fatal) {
      throw fatal;
    }
  }

  /** Drops the service's name, with which the message of a service loader begins. */
  private static String afterService(@Nullable String message) {
    String line = line(message);
    int colon = line.indexOf(": ");
    return colon > 0 && line.startsWith("io.ae.") ? line.substring(colon + 2) : line;
  }

  private static String line(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("").strip();
  }
}
