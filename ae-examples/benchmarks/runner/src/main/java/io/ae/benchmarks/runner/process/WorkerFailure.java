package io.ae.benchmarks.runner.process;

import java.nio.file.Path;

/** A process that broke or would not do what was asked. */
public final class WorkerFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final String reason;

  private WorkerFailure(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** A process that broke: says what, and where its own words are. */
  static WorkerFailure broken(String what, Path log) {
    return new WorkerFailure("failed: " + what + "; see logs/" + log.getFileName());
  }

  /** A system that refused, in its own words. */
  static WorkerFailure refused(String reason) {
    return new WorkerFailure("refused here: " + reason);
  }

  /** Returns what a table says in place of figures. */
  public String reason() {
    return reason;
  }
}
