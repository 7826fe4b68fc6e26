package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.AeException;
import io.ae.api.Codes;
import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.BackendSettings;
import io.ae.core.data.Dataset;
import io.ae.core.file.read.ModelFile;
import io.ae.core.file.read.ModelFileReader;
import io.ae.core.metric.Activations;
import io.ae.core.metric.EncoderJacobian;
import io.ae.core.metric.JacobianSpectrum;
import io.ae.examples.report.ReportData.Fact;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What {@code ae evaluate} says of codes and of the encoder that makes them, if asked. */
final class CodeMeasures {
  private CodeMeasures() {}

  /** Adds how sparse codes are. */
  static void activations(Codes codes, ObjectNode result, List<Fact> facts) {
    Activations a = Activations.of(codes);
    result.put("meanActivation", a.mean()).put("activationsAboveHalf", a.aboveHalf());
    result.put("activationsNearZero", a.nearZero()).put("sparseness", a.sparseness());
    facts.add(fact("Mean activation", "%.4f", a.mean()));
    facts.add(fact("Activations above 0.5", "%.2f %%", 100 * a.aboveHalf()));
    facts.add(fact("Activations near 0", "%.1f %%", 100 * a.nearZero()));
    facts.add(fact("Sparseness of a row", "%.3f", a.sparseness()));
  }

  /**
   * Adds the norm and the singular values of the encoder's Jacobian.
   *
   * @param rows test rows, in their own units
   * @param count how many of them
   * @throws AeException {@code AE-X013} for a number of rows below 1
   */
  static void jacobian(
      Path model,
      BackendProvider backend,
      BackendSettings machine,
      Dataset rows,
      int count,
      ObjectNode result,
      List<Fact> facts) {
    if (count < 1) {
      throw new AeException("AE-X013", "--jacobian must be at least 1. Got " + count);
    }
    ModelFile file = ModelFileReader.read(model);
    try (EncoderJacobian jacobian = EncoderJacobian.open(file, backend, machine)) {
      JacobianSpectrum spectrum =
          JacobianSpectrum.of(jacobian, rows, file.metadata().scaling(), count, machine.threads());
      result.put("jacobianRows", spectrum.rows()).put("meanJacobianNorm", spectrum.meanNorm());
      ArrayNode values = result.putArray("spectrum");
      for (double value : spectrum.spectrum()) {
        values.add(value);
      }
      facts.add(fact("Norm of the Jacobian", "%.4g", spectrum.meanNorm()));
      for (int k = 1; k <= spectrum.spectrum().length; k *= 2) {
        facts.add(fact("Its singular value " + k, "%.4g", spectrum.spectrum()[k - 1]));
      }
    }
  }

  private static Fact fact(String name, String format, double value) {
    return new Fact(name, String.format(Locale.ROOT, format, value));
  }
}
