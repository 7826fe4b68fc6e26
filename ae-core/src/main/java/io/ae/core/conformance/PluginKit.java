package io.ae.core.conformance;

import io.ae.api.model.AutoencoderPlugin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The checks of a plugin: rules M1 and on, tried on the backend {@code java}. */
public final class PluginKit {
  private PluginKit() {}

  /**
   * Returns all checks by rule; no network is built until they run.
   *
   * @param plugin with its default config
   */
  public static List<Check> checks(AutoencoderPlugin<?> plugin) {
    return checks(plugin, Set.of());
  }

  /**
   * Returns all checks of a plugin some of whose gradients are estimates on purpose.
   *
   * @param plugin with its default config
   * @param estimated names of parameters that rule M9 leaves out, such as those before a
   *     straight-through estimator
   */
  public static List<Check> checks(AutoencoderPlugin<?> plugin, Set<String> estimated) {
    List<Check> checks = new ArrayList<>();
    checks.addAll(new PluginChecks<>(plugin).all());
    checks.addAll(new ModelChecks(plugin).all());
    checks.addAll(new TrainingChecks(plugin, estimated).all());
    checks.addAll(new FileChecks(plugin).all());
    checks.sort(Comparator.comparing(c -> Rule.valueOf(c.id())));
    return List.copyOf(checks);
  }
}
