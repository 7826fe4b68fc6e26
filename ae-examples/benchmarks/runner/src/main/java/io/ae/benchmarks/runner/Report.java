package io.ae.benchmarks.runner;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.ae.benchmarks.runner.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is known so far, written again after each item, so that a stopped run leaves its figures.
 */
final class Report {
  private final Path folder;
  private final String machine;
  private final List<ItemResult> items = new ArrayList<>();
  private final List<Table> proofs = new ArrayList<>();
  private final boolean neighbour;

  Report(Path folder, String machine, boolean neighbour) {
    this.folder = folder;
    this.machine = machine;
    this.neighbour = neighbour;
  }

  void add(ItemResult item) throws IOException {
    items.add(item);
    write();
  }

  void add(Table proof) throws IOException {
    proofs.add(proof);
    write();
  }

  String markdown() {
    List<Table> tables = new ArrayList<>();
    if (!items.isEmpty()) {
      tables.add(SummaryTable.of(items));
      items.forEach(item -> tables.add(SpeedTable.of(item)));
      tables.add(StepTables.heap(items));
      if (neighbour) {
        tables.add(StepTables.neighbour(items));
      }
    }
    tables.addAll(proofs);
    return "# Benchmark\n\nMachine: "
        + machine
        + ".\n\n"
        + tables.stream().map(Table::markdown).collect(Collectors.joining("\n"));
  }

  private void write() throws IOException {
    Files.writeString(folder.resolve("benchmark.md"), markdown());
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(
            folder.resolve("benchmark.json").toFile(), JsonReport.of(machine, items, proofs));
  }
}
