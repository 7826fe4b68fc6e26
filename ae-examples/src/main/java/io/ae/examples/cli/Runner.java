package io.ae.examples.cli;

import io.ae.api.AeException;
import io.ae.core.data.Dataset;
import io.ae.examples.Capacity;
import io.ae.examples.CodesElsewhere;
import io.ae.examples.Components;
import io.ae.examples.FillIn;
import io.ae.examples.Finding;
import io.ae.examples.Lab;
import io.ae.examples.Manifold;
import io.ae.examples.Patches;
import io.ae.examples.Restore;
import io.ae.examples.Strokes;
import io.ae.examples.Toys;
import io.ae.examples.WayOut;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The examples that {@code ae examples NAME} runs. */
enum Runner {
  TOYS(Data.NONE, (lab, parts) -> Toys.run(lab)),
  COMPONENTS(Components::run),
  STROKES(Strokes::run),
  RESTORE(Restore::run),
  FILL_IN(FillIn::run),
  WAY_OUT(WayOut::run),
  CODES_ELSEWHERE(CodesElsewhere::run),
  CAPACITY(Capacity::run),
  MANIFOLD(Manifold::run),
  PATCHES(Patches::run);

  /** What rows an example works on. */
  enum Data {
    /** Its own. */
    NONE,
    /** Any with labels: training rows and test rows. */
    LABELLED
  }

  /** An example. */
  private interface Program {
    Finding run(Lab lab, List<Dataset> parts);
  }

  /** An example on rows with labels. */
  private interface OnRows {
    Finding run(Lab lab, Dataset train, Dataset test);
  }

  final Data data;
  private final Program program;

  Runner(Data data, Program program) {
    this.data = data;
    this.program = program;
  }

  Runner(OnRows example) {
    this(Data.LABELLED, (lab, parts) -> example.run(lab, parts.get(0), parts.get(1)));
  }

  /** Runs the example; with data, {@code parts} are rows to learn from and to test on. */
  Finding run(Lab lab, List<Dataset> parts) {
    return program.run(lab, parts);
  }

  /** Returns what the command calls it. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns the example of a name.
   *
   * @throws AeException {@code AE-X021} if there is none
   */
  static Runner of(String name) {
    return Arrays.stream(values())
        .filter(runner -> runner.title().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new AeException(
                    "AE-X021", "No example '" + name + "' is run by ae. These are: " + titles()));
  }

  private static String titles() {
    return Arrays.stream(values()).map(Runner::title).collect(Collectors.joining(", ")) + ".";
  }
}
