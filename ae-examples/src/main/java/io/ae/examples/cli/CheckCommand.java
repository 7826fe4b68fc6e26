package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.AeException;
import io.ae.core.Ae;
import io.ae.core.config.Json;
import io.ae.core.config.Suggestion;
import io.ae.core.conformance.BackendKit;
import io.ae.core.conformance.Check;
import io.ae.core.conformance.CheckReport;
import io.ae.core.conformance.PluginKit;
import io.ae.core.plugin.Probe;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ae check ID}: the conformance kit on a plugin or a backend. */
@Command(
    name = "check",
    description =
        "Runs the conformance kit on a plugin or a backend; ends with 1 if a rule that"
            + " must hold is broken.")
final class CheckCommand implements Callable<Integer> {
  @ParentCommand Main main = new Main();

  @Parameters(paramLabel = "ID", description = "Id of a plugin or of a backend.")
  String id = "";

  @Option(
      names = "--estimated",
      split = ",",
      paramLabel = "NAME",
      description = "Parameters whose gradients are estimates on purpose.")
  Set<String> estimated = Set.of();

  @Override
  public Integer call() {
    Console console = main.console();
    try (Ae ae = main.open()) {
      CheckReport report =
          CheckReport.run(
              checks(ae),
              result -> {
                if (result.passed()) {
                  console.note("%s", result.toString());
                } else {
                  console.line("%s", result.toString());
                }
              });
      String summary = report.text();
      console.line("%s", summary.substring(summary.lastIndexOf('\n') + 1));
      ObjectNode result = Json.object().put("id", id).put("passed", report.passed());
      result.put("checks", report.results().size());
      ArrayNode failures = result.putArray("failures");
      for (CheckReport.Result f : report.failures()) {
        failures
            .addObject()
            .put("rule", f.check().id())
            .put("level", f.check().level().toString())
            .put("title", f.check().title())
            .put("failure", f.failure());
      }
      console.result(result);
      return report.passed() ? ExitCode.DONE : ExitCode.FAILURE;
    }
  }

  private List<Check> checks(Ae ae) {
    if (ae.plugins().all().containsKey(id)) {
      return PluginKit.checks(Probe.require(ae.plugins(), id), estimated);
    }
    Set<String> known = new TreeSet<>(ae.backends().catalogue().all().keySet());
    if (known.contains(id)) {
      return BackendKit.checks(ae.backends().choose(id).provider());
    }
    known.addAll(ae.plugins().all().keySet());
    throw new AeException(
        "AE-X007",
        "No plugin or backend '"
            + id
            + "'. Found: "
            + String.join(", ", known)
            + "."
            + Suggestion.sentence(id, known));
  }
}
