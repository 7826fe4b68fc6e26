package io.ae.examples.cli;

import io.ae.api.AeException;
import io.ae.core.Ae;
import io.ae.core.data.Dataset;
import io.ae.examples.Capacity;
import io.ae.examples.CodesElsewhere;
import io.ae.examples.Components;
import io.ae.examples.FillIn;
import io.ae.examples.Finding;
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
  TOYS(Data.NONE) {
    @Override
    Finding run(Ae ae, List<Dataset> parts, int threads) {
      return Toys.run(ae);
    }
  },
  COMPONENTS(Data.LABELLED) {
    @Override
    Finding run(Ae ae, List<Dataset> parts, int threads) {
      return Components.run(ae, parts.get(0), parts.get(1), threads);
    }
  },
  STROKES(Data.LABELLED) {
    @Override
    Finding run(Ae ae, List<Dataset> parts, int threads) {
      return Strokes.run(ae, parts.get(0), parts.get(1), threads);
    }
  },
  RESTORE(Data.LABELLED) {
    @Override
    Finding run(Ae ae, List<Dataset> parts, int threads) {
      return Restore.run(ae, parts.get(0), parts.get(1), threads);
    }
  },
  FILL_IN(Data.LABELLED) {
    @Override
    Finding run(Ae ae, List<Dataset> parts, int threads) {
      return FillIn.run(ae, parts.get(0), parts.get(1), threads);
    }
  },
  WAY_OUT(Data.LABELLED) {
    @Override
    Finding run(Ae ae, List<Dataset> parts, int threads) {
      return WayOut.run(ae, parts.get(0), parts.get(1), threads);
    }
  },
  CODES_ELSEWHERE(Data.LABELLED) {
    @Override
    Finding run(Ae ae, List<Dataset> parts, int threads) {
      return CodesElsewhere.run(ae, parts.get(0), parts.get(1), threads);
    }
  },
  CAPACITY(Data.LABELLED) {
    @Override
    Finding run(Ae ae, List<Dataset> parts, int threads) {
      return Capacity.run(ae, parts.get(0), parts.get(1), threads);
    }
  },
  MANIFOLD(Data.LABELLED) {
    @Override
    Finding run(Ae ae, List<Dataset> parts, int threads) {
      return Manifold.run(ae, parts.get(0), parts.get(1), threads);
    }
  },
  PATCHES(Data.LABELLED) {
    @Override
    Finding run(Ae ae, List<Dataset> parts, int threads) {
      return Patches.run(ae, parts.get(0), parts.get(1), threads);
    }
  };

  /** What rows an example works on. */
  enum Data {
    /** Its own. */
    NONE,
    /** Any with labels: training rows and test rows. */
    LABELLED
  }

  final Data data;

  Runner(Data data) {
    this.data = data;
  }

  /** Runs the example; with data, {@code parts} are rows to learn from and to test on. */
  abstract Finding run(Ae ae, List<Dataset> parts, int threads);

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
