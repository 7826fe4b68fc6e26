package io.ae.benchmarks.runner;

import io.ae.benchmarks.common.WorkItem;
import io.ae.benchmarks.common.WorkItems;
import io.ae.benchmarks.runner.process.SystemModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a run measures, from what the user named. */
final class Selection {
  private static final List<String> KNOWN = List.of("ae", "tensorflow", "libtorch", "dl4j");

  private Selection() {}

  /**
   * Returns the items of these names, or whose names begin so: {@code sda} is all its phases.
   *
   * @param names empty for all
   * @throws IllegalArgumentException if a name fits none
   */
  static List<WorkItem> items(List<String> names) {
    if (names.isEmpty()) {
      return WorkItems.all();
    }
    List<WorkItem> chosen = new ArrayList<>();
    for (String name : names) {
      List<WorkItem> fitting =
          WorkItems.all().stream()
              .filter(i -> i.id().equals(name) || i.id().startsWith(name + "-"))
              .toList();
      if (fitting.isEmpty()) {
        throw new IllegalArgumentException(
            "No work item '"
                + name
                + "'. Found: "
                + WorkItems.all().stream().map(WorkItem::id).collect(Collectors.joining(", ")));
      }
      chosen.addAll(fitting);
    }
    return chosen;
  }

  /**
   * Returns the systems of these names.
   *
   * @param names empty for all that are built; what is left out is said
   * @throws IOException if a named one is not built
   */
  static List<SystemModule> systems(Path home, List<String> names, Progress progress)
      throws IOException {
    List<SystemModule> systems = new ArrayList<>();
    for (String name : names.isEmpty() ? KNOWN : names) {
      if (!names.isEmpty() || Files.isDirectory(home.resolve(name))) {
        systems.add(SystemModule.find(home, name));
      } else {
        progress.say("%s is left out: there is no module %s", name, home.resolve(name));
      }
    }
    return systems;
  }
}
