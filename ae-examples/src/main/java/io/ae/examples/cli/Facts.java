package io.ae.examples.cli;

import io.ae.api.CodeKind;
import io.ae.api.graph.Program;
import io.ae.api.graph.Var;
import io.ae.core.file.read.ModelMetadata;
import io.ae.core.file.read.Provenance;
import io.ae.examples.report.ReportData.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a model file says, as names and values for people. */
final class Facts {
  private Facts() {}

  /** Returns where a model comes from. */
  static List<Fact> provenance(ModelMetadata m, long parameters) {
    Provenance p = m.provenance();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("plugin", m.plugin()));
    facts.add(new Fact("code", m.codeWidth() + " " + kind(m.codeKind())));
    facts.add(new Fact("parameters", String.format(Locale.ROOT, "%,d", parameters)));
    facts.add(new Fact("row", m.data().row().toString()));
    facts.add(new Fact("scaling", word(m.scaling().kind())));
    facts.add(new Fact("data", p.data()));
    facts.add(new Fact("training rows", String.format(Locale.ROOT, "%,d", p.rows())));
    if (!p.dataDigest().isEmpty()) {
      facts.add(new Fact("data digest", "sha256:" + p.dataDigest()));
    }
    facts.add(new Fact("seed", Long.toString(p.seed())));
    facts.add(new Fact("backend", p.backend() + ", " + p.threads() + " threads"));
    facts.add(new Fact("trained", String.format(Locale.ROOT, "%.1f s", p.trainSeconds())));
    if (p.pcaSquaredError() != null) {
      facts.add(
          new Fact(
              "PCA at the same size",
              String.format(Locale.ROOT, "squared error %.4g a row", p.pcaSquaredError())));
    }
    p.versions().forEach((name, version) -> facts.add(new Fact(name, version)));
    return facts;
  }

  /** Returns the number of elements of a program's parameters. */
  static long parameters(Program program) {
    return program.state().stream()
        .filter(Var::parameter)
        .mapToLong(v -> v.type().shape().elements())
        .sum();
  }

  /** Returns an enum constant as configs write it. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns what a code's elements are, in a word or two. */
  static String kind(CodeKind kind) {
    if (kind instanceof CodeKind.Indices indices) {
      return "indices below " + indices.range();
    }
    return kind instanceof CodeKind.Bits ? "bits" : "real numbers";
  }
}
