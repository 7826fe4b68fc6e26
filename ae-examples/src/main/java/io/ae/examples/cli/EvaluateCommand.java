package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.backend.BackendProvider;
import io.ae.core.Ae;
import io.ae.core.TrainedModel;
import io.ae.core.data.Dataset;
import io.ae.examples.cli.Evaluation.ToldBy;
import io.ae.examples.report.ReportData.Fact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ae evaluate MODEL}: how good a saved model is. */
@Command(name = "evaluate", description = "Measures a saved model on test rows.")
final class EvaluateCommand implements Runnable {
  @ParentCommand Main main = new Main();
  @Mixin ModelOptions options = new ModelOptions();

  @Option(
      names = "--knn",
      description =
          "Classes by the 10 nearest training codes, or rows: ${COMPLETION-CANDIDATES}"
              + " (default: codes).")
  ToldBy neighbours = ToldBy.CODES;

  @Option(
      names = "--probe",
      description =
          "Classes by a linear classifier of the codes, or of the rows beside it:"
              + " ${COMPLETION-CANDIDATES} (default: none).")
  ToldBy probe = ToldBy.NONE;

  @Option(
      names = "--corrupted-by",
      paramLabel = "MODEL",
      description =
          "Tell the classes of test rows that are corrupted as this model's training did"
              + " (default: of the rows as they are).")
  @Nullable Path corruptedBy;

  @Option(
      names = "--pca",
      description =
          "Compute principal components, as many as the code has units, for these rows"
              + " (default: what training found on its test rows).")
  boolean pca;

  @Option(
      names = "--jacobian",
      paramLabel = "ROWS",
      description =
          "Measure the encoder's Jacobian on the first so many rows: its mean norm and singular"
              + " values.")
  @Nullable Integer jacobian;

  @Option(
      names = "--filters",
      paramLabel = "FILE",
      description = "Write what each unit of the code answers to as pictures, .png.")
  @Nullable Path filters;

  @Option(names = "--activations", description = "Measure how sparse the codes are.")
  boolean activations;

  @Option(names = "--report", paramLabel = "FILE", description = "Write a report, .html.")
  @Nullable Path report;

  @Override
  public void run() {
    if (report != null) {
      RowFile.check(report, ".html");
    }
    if (filters != null) {
      RowFile.check(filters, ".png");
      OutputPaths.folder(filters);
    }
    Console console = main.console();
    try (Ae ae = main.open()) {
      OpenedModel model = main.load(ae, options);
      DataParts parts = DataParts.of(ae, model.metadata(), options.data);
      Evaluation evaluation =
          Evaluation.of(
              model.model(),
              parts,
              options.part,
              new Evaluation.Wanted(neighbours, probe, noise(ae)),
              main.options.machine().threads());
      ObjectNode result = Results.of(model);
      evaluation.put(result);
      List<Fact> facts = new ArrayList<>(evaluation.facts());
      PcaComparison comparison = comparison(model, parts, evaluation);
      if (comparison != null) {
        comparison.put(result);
        facts.addAll(comparison.facts(evaluation.squaredError()));
      } else {
        facts.add(new Fact("PCA's squared error a row", "not known for these rows; see --pca"));
      }
      if (activations && evaluation.codes() != null) {
        CodeMeasures.activations(evaluation.codes(), result, facts);
      }
      if (filters != null) {
        BackendProvider backend = ae.backends().choose(options.backend).provider();
        Filters.write(filters, options.file, backend, main.options.machine(), evaluation.rows());
        result.put("filters", filters.toString());
      }
      if (jacobian != null) {
        CodeMeasures.jacobian(
            options.file,
            ae.backends().choose(options.backend).provider(),
            main.options.machine(),
            evaluation.rows(),
            jacobian,
            result,
            facts);
      }
      facts.forEach(f -> console.line("%-26s %s", f.name(), f.value()));
      if (report != null) {
        PluginPages pages = new PluginPages(ae, main.options.machine());
        Results.write(model, evaluation, pages, report, console, result);
      }
      console.result(result);
    }
  }

  private @Nullable TrainedModel noise(Ae ae) {
    return corruptedBy == null ? null : main.load(ae, corruptedBy, options.backend).model();
  }

  /** Returns PCA's error on the evaluated rows; null if it is not known and not asked for. */
  private @Nullable PcaComparison comparison(
      OpenedModel model, DataParts parts, Evaluation evaluation) {
    if (pca) {
      return PcaComparison.of(
          model.model(),
          Dataset.load(parts.train()),
          evaluation.rows(),
          main.options.machine().threads());
    }
    String trained = model.metadata().provenance().data();
    boolean same = options.data == null || options.data.equals(trained);
    return same && options.part == Part.TEST ? PcaComparison.stored(model.metadata()) : null;
  }
}
