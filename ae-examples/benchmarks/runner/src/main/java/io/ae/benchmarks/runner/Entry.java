package io.ae.benchmarks.runner;

import io.ae.benchmarks.common.WorkItem;
import io.ae.benchmarks.runner.process.Candidate;
import io.ae.benchmarks.runner.process.SystemModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A row of an item's table: a system, perhaps with an option of its own.
 *
 * @param name the row's name
 * @param module the system
 * @param options what its worker is told beside its setting
 */
record Entry(String name, SystemModule module, Map<String, String> options) {
  /** The system that is judged; every other is a peer. */
  static final String OURS = "ae";

  /** The row of ours in bfloat16. */
  static final String BFLOAT16 = "ae bfloat16";

  /** Returns the rows of an item. */
  static List<Entry> of(WorkItem item, List<SystemModule> systems) {
    List<Entry> entries = new ArrayList<>();
    for (SystemModule system : systems) {
      entries.add(new Entry(system.name(), system, Map.of()));
      if (system.name().equals(OURS)) {
        if (item.id().equals("deep2d") || item.id().equals("hinton")) {
          entries.add(new Entry(BFLOAT16, system, Map.of("precision", "bfloat16")));
        }
        if (item.id().startsWith("one-")) {
          entries.add(new Entry("ae java", system, Map.of("backend", "java")));
        }
      }
    }
    return entries;
  }

  /** Returns whether this row is a peer that ours is compared with. */
  boolean isPeer() {
    return !module.name().equals(OURS);
  }

  /** Returns the settings to try. */
  List<Candidate> candidates(int cores) throws IOException {
    return Candidates.of(module.name(), cores).stream().map(this::withOptions).toList();
  }

  private Candidate withOptions(Candidate candidate) {
    Candidate with = candidate;
    for (Map.Entry<String, String> option : options.entrySet()) {
      with = with.with(option.getKey(), option.getValue());
    }
    return with;
  }
}
