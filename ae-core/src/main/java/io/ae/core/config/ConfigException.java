package io.ae.core.config;

import io.ae.api.AeException;
import java.util.List;
import java.util.stream.Collectors;

/** All that is wrong with a config, at once: {@link #text()} has one line for each problem. */
public final class ConfigException extends AeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * @param problems at least one
   */
  public ConfigException(List<Problem> problems) {
    super(problems.get(0).code(), message(problems));
    this.problems = List.copyOf(problems);
  }

  /** Returns the problems, in the order in which they were found. */
  public List<Problem> problems() {
    return problems;
  }

  /** Throws if there are problems. */
  static void throwIfAny(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
  }

  private static String message(List<Problem> problems) {
    String rest = problems.stream().skip(1).map(Problem::text).collect(Collectors.joining("\n"));
    String first = problems.get(0).message();
    return rest.isEmpty() ? first : first + "\n" + rest;
  }
}
