package io.ae.examples.cli;

/** What the command ends with; Ctrl-C gives 130, by the JVM itself. */
final class ExitCode {
  static final int DONE = 0;
  static final int FAILURE = 1;
  static final int MISTAKE = 2;

  private ExitCode() {}
}
