package io.ae.benchmarks.runner;

import java.io.PrintStream;
import java.util.Locale;

/** Says what is being done. */
final class Progress {
  private final PrintStream out;

  Progress(PrintStream out) {
    this.out = out;
  }

  void say(String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
  }
}
