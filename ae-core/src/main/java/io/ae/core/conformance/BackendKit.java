package io.ae.core.conformance;

import io.ae.api.backend.BackendProvider;
import io.ae.core.backend.JavaBackendProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The checks of a backend: rules B1 and on. */
public final class BackendKit {
  /** Runs that the check of growth watches unless told otherwise. */
  public static final int GROWTH_STEPS = 2_000;

  private BackendKit() {}

  /**
   * Returns all checks by rule; nothing is opened until they run.
   *
   * @param provider available on this machine
   */
  public static List<Check> checks(BackendProvider provider) {
    return checks(provider, GROWTH_STEPS);
  }

  /**
   * Returns all checks by rule; nothing is opened until they run.
   *
   * @param provider available on this machine
   * @param growthSteps runs that the check of growth watches: 10,000 before a release
   */
  public static List<Check> checks(BackendProvider provider, int growthSteps) {
    List<Check> checks = new ArrayList<>();
    checks.addAll(new DescriptorChecks(provider).all());
    checks.addAll(new RefusalChecks(provider).all());
    checks.addAll(new OpChecks(provider, new JavaBackendProvider()).all());
    checks.addAll(new DrawChecks(provider).all());
    checks.addAll(new StateChecks(provider).all());
    checks.addAll(new SteadyChecks(provider, growthSteps).all());
    checks.addAll(new FillerChecks(provider).all());
    checks.sort(Comparator.comparing(c -> Rule.valueOf(c.id())));
    return List.copyOf(checks);
  }
}
