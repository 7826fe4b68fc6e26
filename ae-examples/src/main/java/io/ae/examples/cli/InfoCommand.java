package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.core.config.Json;
import io.ae.core.file.read.ModelFile;
import io.ae.core.file.read.ModelFileReader;
import io.ae.core.file.read.ModelMetadata;
import io.ae.core.file.read.Provenance;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ae info MODEL}: what a model file holds. */
@Command(name = "info", description = "Shows what a model file holds and where it comes from.")
final class InfoCommand implements Runnable {
  @ParentCommand Main main = new Main();

  @Parameters(paramLabel = "MODEL", description = "A model file or a checkpoint.")
  Path file = Path.of("");

  @Override
  public void run() {
    Console console = main.console();
    ModelFile model = ModelFileReader.read(file);
    ModelMetadata m = model.metadata();
    Provenance p = m.provenance();
    long parameters = Facts.parameters(model.program());
    ObjectNode result = Json.object();
    result.put("plugin", m.plugin()).put("backend", p.backend()).put("codeWidth", m.codeWidth());
    result.put("parameters", parameters).put("checkpoint", model.training() != null);
    result.put("row", m.data().row().toString()).put("scaling", Facts.word(m.scaling().kind()));
    result.set("config", Json.parse(m.config(), "config"));
    result.put("data", p.data()).put("dataDigest", p.dataDigest()).put("rows", p.rows());
    result.put("seed", p.seed()).put("threads", p.threads()).put("epochs", p.history().size());
    result.put("trainSeconds", p.trainSeconds());
    ObjectNode metrics = result.putObject("metrics");
    p.metrics().forEach(metrics::put);
    ObjectNode versions = result.putObject("versions");
    p.versions().forEach(versions::put);
    Facts.provenance(m, parameters).forEach(f -> console.line("%-22s %s", f.name(), f.value()));
    if (model.training() != null) {
      console.line("%-22s %d epochs so far", "checkpoint", p.history().size());
    }
    p.metrics().forEach((name, value) -> console.line("%-22s %.6g", name, value));
    console.line("config%n%s", Json.pretty(result.get("config")));
    console.result(result);
  }
}
