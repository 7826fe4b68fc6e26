package io.ae.examples.cli;

import io.ae.core.Versions;
import picocli.CommandLine.IVersionProvider;

/** The answer to {@code ae --version}. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"ae " + Versions.ae() + ", Java " + Runtime.version().feature()};
  }
}
