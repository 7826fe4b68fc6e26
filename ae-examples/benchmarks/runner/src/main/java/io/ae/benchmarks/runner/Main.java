package io.ae.benchmarks.runner;

import io.ae.benchmarks.common.WorkItem;
import io.ae.benchmarks.runner.machine.Machine;
import io.ae.benchmarks.runner.process.Launcher;
import io.ae.benchmarks.runner.process.SpeedSource;
import io.ae.benchmarks.runner.process.SystemModule;
import io.ae.benchmarks.runner.process.WorkerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The command {@code bench}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures this library beside others and writes benchmark.md and benchmark.json.")
public final class Main implements Callable<Integer> {
  private static final int TIMEOUT_SECONDS = 900;
  private static final long REST_MILLIS = 500;

  /** What a run can print. */
  enum Part {
    speed,
    neighbour,
    memory,
    reading,
    bfloat16
  }

  @Option(
      names = "--items",
      split = ",",
      description = "Work items, or the first part of their names, such as sda (default: all).")
  List<String> items = List.of();

  @Option(names = "--systems", split = ",", description = "Systems (default: all that are built).")
  List<String> systems = List.of();

  @Option(
      names = "--tables",
      split = ",",
      description = "Any of ${COMPLETION-CANDIDATES} (default: all).")
  List<Part> parts = List.of(Part.values());

  @Option(names = "--rounds", description = "Rounds (default: ${DEFAULT-VALUE}).")
  int rounds = 7;

  @Option(
      names = "--round-seconds",
      description = "A system's time in a round (default: ${DEFAULT-VALUE}).")
  double roundSeconds = 1;

  @Option(
      names = "--trial-seconds",
      description =
          "A turn of a setting's trial, and a part of its warm-up (default: ${DEFAULT-VALUE}).")
  double trialSeconds = .5;

  @Option(names = "--quick", description = "Only the setting on all cores, shorter warm-up.")
  boolean quick;

  @Option(
      names = "--soak-items",
      split = ",",
      description = "Items whose memory is watched over many steps (default: ${DEFAULT-VALUE}).")
  List<String> soakItems = List.of("deep2d", "hinton", "conv-mnist");

  @Option(names = "--soak-steps", description = "How many (default: ${DEFAULT-VALUE}).")
  int soakSteps = 20_000;

  @Option(names = "--mnist", required = true, description = "Folder of MNIST's four .gz files.")
  Path mnist = Path.of("");

  @Option(names = "--cifar", required = true, description = "Folder of CIFAR-10's binary version.")
  Path cifar = Path.of("");

  @Option(names = "--out", description = "Folder for the results (default: ${DEFAULT-VALUE}).")
  Path out = Path.of("benchmark-results");

  @Option(names = "--home", hidden = true)
  Path home = Path.of("");

  private final Progress progress = new Progress(System.err);

  /** Makes the command with its defaults. */
  public Main() {}

  /** Runs the command and ends the JVM. */
  public static void main(String[] args) {
    CommandLine command = new CommandLine(new Main());
    command.setExecutionExceptionHandler(Main::report);
    command.setCaseInsensitiveEnumValuesAllowed(true);
    System.exit(command.execute(args));
  }

  /** A missing file or a wrong name is the user's to mend; anything else is a mistake in here. */
  private static int report(Exception e, CommandLine command, ParseResult parsed) throws Exception {
    if (e instanceof IOException
        || e instanceof IllegalArgumentException
        || e instanceof WorkerFailure) {
      System.err.println("bench: " + e.getMessage());
      return 1;
    }
    throw e;
  }

  @Override
  public Integer call() throws IOException, WorkerFailure {
    List<SystemModule> modules = Selection.systems(home, systems, progress);
    List<WorkItem> chosen = Selection.items(items);
    Files.createDirectories(out.resolve("logs"));
    Launcher launcher = new Launcher(mnist, cifar, out.resolve("logs"), TIMEOUT_SECONDS);
    Report report = new Report(out, Machine.line(), parts.contains(Part.neighbour));
    if (parts.contains(Part.speed)) {
      try (SpeedSource machine = launcher.peak(Machine.cores())) {
        speed(launcher, machine, modules, chosen, report);
      }
    }
    for (Proof proof : proofs(launcher, modules)) {
      report.add(proof.run());
    }
    System.out.println(report.markdown());
    return 0;
  }

  private void speed(
      Launcher launcher,
      SpeedSource machine,
      List<SystemModule> modules,
      List<WorkItem> chosen,
      Report report)
      throws IOException, WorkerFailure {
    Pacing pacing =
        new Pacing(
            Machine.cores(),
            rounds,
            roundSeconds,
            trialSeconds,
            REST_MILLIS,
            quick,
            parts.contains(Part.neighbour));
    for (WorkItem item : chosen) {
      progress.say("%s", item.id());
      Work work =
          new Work(item, mnist.resolve("train-images-idx3-ubyte.gz"), out.resolve("codes.npy"));
      ItemRun run = new ItemRun(pacing, launcher, machine, progress);
      ItemResult result = run.run(work, Entry.of(item, modules));
      report.add(result);
      progress.say("%s: %s", item.id(), result.verdict().text());
    }
  }

  private List<Proof> proofs(Launcher launcher, List<SystemModule> modules) {
    List<Proof> proofs = new ArrayList<>();
    for (SystemModule module : modules) {
      if (module.name().equals(Entry.OURS)) {
        Ours ours = new Ours(launcher, module, Machine.cores());
        if (parts.contains(Part.bfloat16)) {
          proofs.add(new PrecisionProof(ours, progress));
        }
        if (parts.contains(Part.reading)) {
          proofs.add(new ReadingProof(ours, progress));
        }
        if (parts.contains(Part.memory)) {
          proofs.add(new MemoryProof(ours, soakItems, soakSteps, progress));
        }
      }
    }
    return proofs;
  }
}
