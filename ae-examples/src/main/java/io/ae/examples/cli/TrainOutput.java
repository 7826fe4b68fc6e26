package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.AeException;
import io.ae.core.Fit;
import io.ae.examples.cli.Evaluation.ToldBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What training leaves behind. */
final class TrainOutput {
  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the model goes, .ae; while it trains, a checkpoint lies beside it.")
  @Nullable Path out;

  @Option(names = "--report", paramLabel = "FILE", description = "Write a report, .html.")
  @Nullable Path report;

  @Option(
      names = "--knn",
      description =
          "Accuracy by the 10 nearest training codes, or rows: ${COMPLETION-CANDIDATES}"
              + " (default: none, codes with --report).")
  @Nullable ToldBy neighbours;

  /**
   * Refuses places that cannot be written before hours of work.
   *
   * @throws AeException {@code AE-X004}, {@code AE-X008}
   */
  void check() {
    OutputPaths.check(out, report);
  }

  /** Returns where the checkpoint goes: where it was, or beside the model. */
  @Nullable Path checkpoint(@Nullable Path resumed) {
    if (resumed != null || out == null) {
      return resumed;
    }
    String name = out.toString();
    return Path.of(name.substring(0, name.length() - ".ae".length()) + ".checkpoint.ae");
  }

  /** Tells how to go on. */
  void cancelled(Console console, @Nullable Path resumed) {
    Path checkpoint = checkpoint(resumed);
    console.warn(
        checkpoint == null
            ? "Stopped. Without --out nothing is kept."
            : "Stopped. Go on with: ae train --resume "
                + checkpoint
                + (out == null ? "" : " --out " + out));
  }

  /** Saves the model and the report, and tells the figures. */
  void write(Console console, Fit fit, DataParts parts, @Nullable Path resumed, PluginPages pages) {
    OpenedModel model = OpenedModel.of(fit);
    ObjectNode result = Results.of(model);
    if (out != null) {
      fit.model().save(out);
      delete(checkpoint(resumed));
      result.put("out", out.toString());
    }
    ToldBy wanted = neighbours != null ? neighbours : report != null ? ToldBy.CODES : ToldBy.NONE;
    Evaluation evaluation =
        Evaluation.of(
            fit.model(), parts, Part.TEST, Evaluation.Wanted.of(wanted), pages.machine().threads());
    evaluation.put(result);
    if (!fit.warnings().isEmpty()) {
      fit.warnings().forEach(result.putArray("warnings")::add);
    }
    console.line("%-26s %s", "Plugin", model.metadata().plugin());
    console.line("%-26s %s", "Backend", model.model().backend());
    evaluation.facts().forEach(f -> console.line("%-26s %s", f.name(), f.value()));
    PcaComparison pca = PcaComparison.stored(model.metadata());
    if (pca != null) {
      pca.put(result);
      pca.facts(evaluation.squaredError())
          .forEach(f -> console.line("%-26s %s", f.name(), f.value()));
    } else if (fit.pca() != null) {
      console.line("%-26s left out: %s", "PCA's squared error a row", fit.pca().leftOut());
    }
    console.line("%-26s %d", "Epochs", model.metadata().provenance().history().size());
    console.line("%-26s %.1f s", "Training time", fit.history().seconds());
    console.line(
        "%-26s %,.0f",
        "Rows a second", Results.samplesPerSecond(model.metadata().provenance().history()));
    console.line("%-26s %,d", "Parameters", model.parameters());
    if (out != null) {
      console.line("model   %s", out.toAbsolutePath());
    }
    if (report != null) {
      Results.write(model, evaluation, pages, report, console, result);
    }
    console.result(result);
  }

  /** A finished run needs no checkpoint. */
  private static void delete(@Nullable Path checkpoint) {
    try {
      if (checkpoint != null) {
        Files.deleteIfExists(checkpoint);
      }
    } catch (IOException e) {
      throw new AeException("AE-X009", checkpoint + " cannot be deleted: " + e, e);
    }
  }
}
