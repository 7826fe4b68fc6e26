package io.ae.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Another JVM that keeps one core busy until it is closed or its parent dies. */
final class BusyProcess implements AutoCloseable {
  private final Process process;

  private BusyProcess(Process process) {
    this.process = process;
  }

  /** Starts it, on the module path or the class path as this JVM was. */
  static BusyProcess start() {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    if (BusyProcess.class.getModule().isNamed()) {
      String module = BusyProcess.class.getModule().getName();
      command.addAll(List.of("-p", System.getProperty("jdk.module.path")));
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of("-m", module + "/" + Spin.class.getName()));
    } else {
      command.addAll(List.of("-cp", System.getProperty("java.class.path"), Spin.class.getName()));
    }
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      // It says so when it spins: until then it is not busy.
      if (process.getInputStream().read() < 0) {
        throw new IllegalStateException("the busy process ended: " + command);
      }
      return new BusyProcess(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the process's id. */
  long id() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
