package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.core.config.Json;
import io.ae.core.data.AtomicFile;
import io.ae.core.file.read.EpochLog;
import io.ae.core.file.read.ModelMetadata;
import io.ae.core.file.read.Provenance;
import io.ae.examples.report.MapImage;
import io.ae.examples.report.Report;
import io.ae.examples.report.ReportData;
import io.ae.examples.report.ReportData.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What training and evaluation tell of a model. */
final class Results {
  private Results() {}

  /** Returns the fields that every result about a model has. */
  static ObjectNode of(OpenedModel model) {
    Provenance p = model.metadata().provenance();
    return Json.object()
        .put("plugin", model.metadata().plugin())
        .put("backend", model.model().backend())
        .put("epochs", p.history().size())
        .put("trainSeconds", p.trainSeconds())
        .put("samplesPerSecond", samplesPerSecond(p.history()))
        .put("parameters", model.parameters())
        .put("codeWidth", model.metadata().codeWidth())
        .put("seed", p.seed());
  }

  /**
   * Writes the report and, beside it, the map as PNG; adds both to the result.
   *
   * @param pages makes what the model's plugin asks for
   */
  static void write(
      OpenedModel model,
      Evaluation evaluation,
      PluginPages pages,
      Path out,
      Console console,
      ObjectNode result) {
    ModelMetadata metadata = model.metadata();
    ReportData data =
        new ReportBuilder(
                metadata,
                facts(model, evaluation),
                model.parameters(),
                evaluation.rows(),
                evaluation.codes(),
                evaluation.reconstruction(),
                pages.of(model, evaluation),
                config(metadata))
            .build();
    try {
      byte[] page = Report.html(data).getBytes(StandardCharsets.UTF_8);
      AtomicFile.stream(out, stream -> stream.write(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    result.put("report", out.toString());
    console.line("report  %s", out.toAbsolutePath());
    if (data.map() != null) {
      Path map = beside(out);
      byte[] png = MapImage.png(data.map());
      AtomicFile.stream(map, stream -> stream.write(png));
      result.put("map", map.toString());
      console.line("map     %s", map.toAbsolutePath());
    }
  }

  private static Path beside(Path page) {
    String name = page.toString();
    return Path.of(name.substring(0, name.length() - ".html".length()) + "-map.png");
  }

  private static List<Fact> facts(OpenedModel model, Evaluation evaluation) {
    Provenance p = model.metadata().provenance();
    List<Fact> facts = new ArrayList<>(evaluation.facts());
    facts.add(new Fact("Epochs", Integer.toString(p.history().size())));
    facts.add(new Fact("Training time", String.format(Locale.ROOT, "%.1f s", p.trainSeconds())));
    facts.add(
        new Fact(
            "Rows a second", String.format(Locale.ROOT, "%,.0f", samplesPerSecond(p.history()))));
    facts.add(new Fact("Parameters", String.format(Locale.ROOT, "%,d", model.parameters())));
    int width = model.metadata().codeWidth();
    facts.add(new Fact("Code", width + " " + Facts.kind(model.metadata().codeKind())));
    return facts;
  }

  private static String config(ModelMetadata metadata) {
    String settings = metadata.provenance().settings();
    String text = settings.isBlank() || settings.equals("{}") ? metadata.config() : settings;
    return Json.pretty(Json.parse(text, "settings"));
  }

  /** Returns training rows a second, over all epochs. */
  static double samplesPerSecond(List<EpochLog> history) {
    return history.stream().mapToDouble(EpochLog::samplesPerSecond).average().orElse(0);
  }
}
