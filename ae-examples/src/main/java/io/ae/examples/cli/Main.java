package io.ae.examples.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code ae}. */
@Command(
    name = "ae",
    description = "Trains autoencoders and puts their codes to work.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class Main {

  /** Made by picocli. */
  public Main() {}

  /**
   * Runs the command and leaves the JVM with its exit code.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }
}
