package io.ae.examples.cli;

import io.ae.api.backend.BackendSettings;
import io.ae.core.Ae;
import io.ae.core.plugin.PluginPath;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code ae}. */
@Command(
    name = "ae",
    description = "Trains autoencoders and puts their codes to work.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    subcommands = {
      BackendsCommand.class,
      PluginsCommand.class,
      DescribeCommand.class,
      TrainCommand.class,
      SweepCommand.class,
      EvaluateCommand.class,
      EncodeCommand.class,
      DecodeCommand.class,
      CompressCommand.class,
      DecompressCommand.class,
      ReconstructCommand.class,
      ReportCommand.class,
      InfoCommand.class,
      CheckCommand.class,
      SoakCommand.class,
      BusyCommand.class,
      ExamplesCommand.class,
      CompletionCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Main implements Runnable {
  @Mixin final GlobalOptions options = new GlobalOptions();
  @Spec CommandSpec spec = CommandSpec.create();

  /** Made by picocli. */
  public Main() {}

  /** Without a subcommand: what there is. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Returns where this run's texts and results go. */
  Console console() {
    return new Console(
        spec.commandLine().getOut(), spec.commandLine().getErr(), options.json, options.quiet);
  }

  /** Opens what is on the path, in {@code plugins/} beside the launcher and on the plugin path. */
  Ae open() {
    return Ae.create(PluginPath.launcher(options.pluginPath()));
  }

  /** Loads a model; it is closed with {@code ae}. */
  OpenedModel load(Ae ae, ModelOptions model) {
    return load(ae, model.file, model.backend);
  }

  /** Loads a model; it is closed with {@code ae}. */
  OpenedModel load(Ae ae, Path file, String backend) {
    BackendSettings machine = options.machine();
    return OpenedModel.of(ae.load(file, backend, machine));
  }

  /**
   * Runs the command and leaves the JVM with its exit code.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    // Pictures are drawn, windows never opened: without this, macOS shows a Java icon.
    System.setProperty("java.awt.headless", "true");
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = ExitCode.FAILURE;
    try {
      code = run(args, out, err);
    } finally {
      Interrupt.finished();
    }
    System.exit(code);
  }

  /** Runs the command within this JVM and returns its exit code. */
  static int run(String[] args, PrintWriter out, PrintWriter err) {
    CommandLine command =
        new CommandLine(new Main())
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(Failures::usage)
            .setExecutionExceptionHandler(Failures::execution);
    try {
      return command.execute(args);
    } catch (OutOfMemoryError e) {
      err.println(
          "AE-X003 The Java heap of "
              + (Runtime.getRuntime().maxMemory() >> 20)
              + " MiB is too small. Take fewer rows, or give more: AE_OPTS=-Xmx8g.");
      return ExitCode.MISTAKE;
    }
  }
}
