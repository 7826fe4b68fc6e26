package io.ae.core.conformance;

import io.ae.api.AeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What came of running checks.
 *
 * @param results one for each check, in order
 */
public record CheckReport(List<Result> results) {
  public CheckReport {
    results = List.copyOf(results);
  }

  /**
   * One check's outcome.
   *
   * @param check what was tried
   * @param failure why the rule is broken; null if it holds
   * @param seconds how long it took
   */
  public record Result(Check check, @Nullable String failure, double seconds) {
    /** Returns whether the rule holds. */
    public boolean passed() {
      return failure == null;
    }

    /** Returns one line: the outcome, the check and, if it failed, why. */
    @Override
    public String toString() {
      String outcome = passed() ? "ok   " : check.level() == Level.MUST ? "FAIL " : "warn ";
      return outcome + check + (failure == null ? "" : "\n     " + failure);
    }
  }

  /** Runs every check, whatever the others do. */
  public static CheckReport run(List<Check> checks) {
    return run(checks, result -> {});
  }

  /**
   * Runs every check, whatever the others do.
   *
   * @param each is told of each result as it comes
   */
  public static CheckReport run(List<Check> checks, Consumer<Result> each) {
    List<Result> results = new ArrayList<>();
    for (Check check : checks) {
      long start = System.nanoTime();
      String failure = failure(check);
      Result result = new Result(check, failure, (System.nanoTime() - start) * 1e-9);
      results.add(result);
      each.accept(result);
    }
    return new CheckReport(results);
  }

  /** Returns whether every rule that must hold does. */
  public boolean passed() {
    return failures().stream().noneMatch(r -> r.check().level() == Level.MUST);
  }

  /** Returns the checks that failed, SHOULD included. */
  public List<Result> failures() {
    return results.stream().filter(r -> !r.passed()).toList();
  }

  /** Returns the failures, a line each, and a sum of all. */
  public String text() {
    StringBuilder text = new StringBuilder();
    failures().forEach(r -> text.append(r).append('\n'));
    long must = failures().stream().filter(r -> r.check().level() == Level.MUST).count();
    double seconds = results.stream().mapToDouble(Result::seconds).sum();
    return text.append(
            String.format(
                Locale.ROOT,
                "%d checks in %.1f s: %d hold, %d MUST broken, %d SHOULD broken",
                results.size(),
                seconds,
                results.size() - failures().size(),
                must,
                failures().size() - must))
        .toString();
  }

  /** Whatever a third party's code throws is a finding, {@link LinkageError} included. */
  private static @Nullable String failure(Check check) {
    try {
      check.body().run();
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    } catch (CheckFailure e) {
      return e.getMessage();
    } catch (AeException e) {
      return "threw " + e.text();
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      return "threw " + e;
    }
  }
}
