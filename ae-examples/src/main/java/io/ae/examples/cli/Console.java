package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * Where texts and results go: results to stdout, and with {@code --json} nothing but one object
 * there.
 */
final class Console {
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean json;
  private final boolean quiet;

  Console(PrintWriter out, PrintWriter err, boolean json, boolean quiet) {
    this.out = out;
    this.err = err;
    this.json = json;
    this.quiet = quiet;
  }

  /** Whether progress is wanted. */
  boolean lively() {
    return !quiet;
  }

  /** A text on the way, such as which backend was chosen; not with {@code --quiet}. */
  void note(String format, Object... args) {
    if (!quiet) {
      (json ? err : out).println(text(format, args));
    }
  }

  /** A line of the result, for people. */
  void line(String format, Object... args) {
    if (!json) {
      out.println(text(format, args));
    }
  }

  /** The result, for machines: the last line of stdout. */
  void result(ObjectNode object) {
    if (json) {
      out.println(object);
    }
  }

  /** Something that the user should know although the command goes on. */
  void warn(String format, Object... args) {
    err.println(text(format, args));
  }

  private static String text(String format, Object... args) {
    return args.length == 0 ? format : String.format(Locale.ROOT, format, args);
  }
}
