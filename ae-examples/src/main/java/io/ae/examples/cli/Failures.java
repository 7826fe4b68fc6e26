package io.ae.examples.cli;

import io.ae.api.AeException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** How what goes wrong is told: a user's mistake in words, our own failure with its trace. */
final class Failures {
  private Failures() {}

  /** An option or argument that is not understood. */
  static int usage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    if (e.getCause() instanceof AeException mistake) {
      command.getErr().println(mistake.text());
      return ExitCode.MISTAKE;
    }
    command.getErr().println("AE-X001 " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, command.getErr());
    command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.MISTAKE;
  }

  /** What a command throws. */
  static int execution(Exception e, CommandLine command, ParseResult parsed) {
    if (e instanceof AeException mistake) {
      command.getErr().println(mistake.text());
      return ExitCode.MISTAKE;
    }
    command.getErr().println("AE-X002 This is a failure of ae itself. Please report it:");
    e.printStackTrace(command.getErr());
    return ExitCode.FAILURE;
  }
}
