package io.ae.benchmarks.runner.process;

import io.ae.benchmarks.runner.machine.PeakMain;
import io.ae.benchmarks.runner.machine.SpinMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts the processes of a run; each has the same flags.
 *
 * @param mnist folder of MNIST
 * @param cifar folder of CIFAR-10
 * @param logs takes what the processes write to standard error
 * @param timeoutSeconds how long an answer may take
 */
public record Launcher(Path mnist, Path cifar, Path logs, long timeoutSeconds) {
  /** JDK 17 ignores what it does not know. */
  private static final List<String> FLAGS =
      List.of(
          "-XX:+IgnoreUnrecognizedVMOptions",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /** Starts a system's worker and waits until its first step is over. */
  public Worker worker(SystemModule system, Candidate candidate, String item)
      throws WorkerFailure, IOException {
    List<String> command = java(system.classPath(), system.mainClass());
    command.addAll(
        List.of(item, candidate.setting().toString(), mnist.toString(), cifar.toString()));
    Path log = logs.resolve(system.name() + "-" + item + ".log");
    Files.writeString(
        log,
        "== " + candidate + System.lineSeparator(),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    return Worker.ready(Child.start(command, candidate.environment(), log, timeoutSeconds));
  }

  /** Starts the process that measures the machine with all cores. */
  public PeakProbe peak(int cores) throws WorkerFailure, IOException {
    List<String> command = java(System.getProperty("java.class.path"), PeakMain.class.getName());
    command.add(Integer.toString(cores));
    return new PeakProbe(
        Child.start(command, Map.of(), logs.resolve("machine.log"), timeoutSeconds));
  }

  /** Starts a process that keeps one core busy until it is closed. */
  public Child neighbour() throws WorkerFailure, IOException {
    List<String> command = java(System.getProperty("java.class.path"), SpinMain.class.getName());
    Child child = Child.start(command, Map.of(), logs.resolve("neighbour.log"), timeoutSeconds);
    child.await("spinning");
    return child;
  }

  private static List<String> java(String classPath, String mainClass) {
    List<String> command = new ArrayList<>();
    command.add(Child.java());
    command.addAll(FLAGS);
    command.addAll(List.of("-cp", classPath, mainClass));
    return command;
  }
}
