package io.ae.benchmarks.ae;

import io.ae.api.backend.StepTime;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints where the time of a step goes: each part's microseconds, the mean over its shards. */
final class Profile {
  private Profile() {}

  static void print(List<StepTime> times, PrintStream out) {
    Map<String, Double> parts = new LinkedHashMap<>();
    int shards = 1;
    for (StepTime t : times) {
      if (t.runs() > 0) {
        shards = Math.max(shards, t.shard() + 1);
        parts.merge(t.stage() + "  " + t.what(), t.nanos() * 1e-3 / t.runs(), Double::sum);
      }
    }
    double all = parts.values().stream().mapToDouble(Double::doubleValue).sum();
    int threads = shards;
    parts.entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<String, Double> e) -> -e.getValue()))
        .forEach(
            e ->
                out.printf(
                    Locale.ROOT,
                    "%8.1f µs %5.1f %%  stage %s%n",
                    e.getValue() / threads,
                    100 * e.getValue() / all,
                    e.getKey()));
    out.printf(Locale.ROOT, "%8.1f µs in all, on each of %d threads%n", all / threads, threads);
  }
}
