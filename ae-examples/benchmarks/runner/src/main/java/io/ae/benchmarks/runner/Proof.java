package io.ae.benchmarks.runner;

import io.ae.benchmarks.runner.process.WorkerFailure;
import io.ae.benchmarks.runner.report.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A measurement of ours with processes and a table of its own. */
interface Proof {
  /** Measures and returns the table; what fails or is refused is a row that says so. */
  Table run() throws IOException;

  /** One row's measurement. */
  interface Row {
    /** Measures and adds to the table. */
    void measure() throws IOException, WorkerFailure;
  }

  /** Adds a row, or the reason why there is none. */
  static void row(Table table, String first, Row row) throws IOException {
    try {
      row.measure();
    } catch (WorkerFailure e) {
      List<String> cells = new ArrayList<>(Collections.nCopies(table.columns().size(), "–"));
      cells.set(0, first);
      cells.set(cells.size() - 1, e.reason());
      table.add(cells);
    }
  }
}
