package io.ae.benchmarks.runner.process;

import io.ae.benchmarks.common.Setting;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One way to run a system.
 *
 * @param setting what its worker is told
 * @param environment what is set before its process starts
 */
public record Candidate(Setting setting, Map<String, String> environment) {
  /** Keeps a copy of the environment. */
  public Candidate {
    environment = Map.copyOf(environment);
  }

  /** Returns the same with one more option of the worker. */
  public Candidate with(String option, String value) {
    Map<String, String> options = new LinkedHashMap<>(setting.options());
    options.put(option, value);
    return new Candidate(new Setting(setting.threads(), options), environment);
  }

  /** Returns setting and environment in one line. */
  @Override
  public String toString() {
    return setting
        + environment.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> " " + e)
            .collect(Collectors.joining());
  }
}
