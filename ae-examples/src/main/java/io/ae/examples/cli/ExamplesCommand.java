package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.AeException;
import io.ae.core.Ae;
import io.ae.core.config.ConfigReader;
import io.ae.core.config.ConfigWriter;
import io.ae.core.config.Json;
import io.ae.core.data.Dataset;
import io.ae.examples.Finding;
import io.ae.examples.Lab;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ae examples}: exercises and their commands; with a name, one of them is run. */
@Command(
    name = "examples",
    description = "Lists the exercises of an autoencoder course, one command each; runs one.",
    footer = {"", "Example: ae examples toys --out toys.png"})
final class ExamplesCommand implements Runnable {
  private static final long SEED = 42;

  @ParentCommand Main main = new Main();

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "The exercise to run; without it, all are listed.")
  @Nullable String name;

  @Option(
      names = "--data",
      paramLabel = "SELECTOR",
      description = "Rows of the exercise (default: glyphs).")
  @Nullable String data;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where its picture goes, .png (default: NAME.png).")
  @Nullable Path out;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of what is trained (default: 42).")
  @Nullable Long seed;

  @Override
  public void run() {
    if (name == null) {
      list();
    } else {
      run(Runner.of(name));
    }
  }

  private void list() {
    if (data != null || out != null || seed != null) {
      throw new AeException("AE-X001", "--data, --out and --seed belong to an exercise: name it.");
    }
    Console console = main.console();
    ObjectNode result = Json.object();
    ArrayNode list = result.putArray("examples");
    for (Examples.Example example : Examples.all()) {
      console.line("%s: %s%n    %s%n", example.title(), example.shows(), example.command());
      list.addObject()
          .put("title", example.title())
          .put("command", example.command())
          .put("shows", example.shows());
    }
    console.result(result);
  }

  private void run(Runner runner) {
    Path picture = out == null ? Path.of(runner.title() + ".png") : out;
    RowFile.check(picture, ".png");
    OutputPaths.folder(picture);
    Console console = main.console();
    long start = System.nanoTime();
    try (Ae ae = main.open()) {
      int threads = main.options.machine().threads();
      Lab lab = new Lab(ae, threads, seed == null ? SEED : seed);
      Finding finding = runner.run(lab, parts(ae, runner));
      finding.figure().write(picture);
      finding.table().lines().forEach(line -> console.line("%s", line));
      double seconds = (System.nanoTime() - start) / 1e9;
      console.line("%s, %.1f s", picture, seconds);
      ObjectNode result = Json.object();
      ArrayNode rows = result.putArray("rows");
      finding.table().records().forEach(row -> put(row, rows.addObject()));
      console.result(result.put("out", picture.toString()).put("seconds", seconds));
    }
  }

  private static void put(Map<String, Object> row, ObjectNode into) {
    ConfigWriter json = new ConfigWriter();
    row.forEach((column, value) -> into.set(column, json.value(value)));
  }

  private List<Dataset> parts(Ae ae, Runner runner) {
    if (runner.data == Runner.Data.NONE) {
      if (data != null) {
        throw new AeException("AE-X022", runner.title() + " has rows of its own. Omit --data.");
      }
      return List.of();
    }
    ObjectNode settings = Json.object().put("data", data == null ? "glyphs" : data);
    DataParts parts = DataParts.of(ae, new ConfigReader().read(RunConfig.class, settings, ""));
    return List.of(Dataset.load(parts.train()), Dataset.load(parts.test()));
  }
}
