package io.ae.benchmarks.runner;

import io.ae.benchmarks.common.Setting;
import io.ae.benchmarks.runner.machine.Machine;
import io.ae.benchmarks.runner.process.Candidate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The settings that are tried for each system; the one on all cores comes last. */
final class Candidates {
  private Candidates() {}

  /** Returns every setting of a system worth trying on so many cores of this machine. */
  static List<Candidate> of(String system, int cores) throws IOException {
    return of(system, cores, Machine.has("avx512f"));
  }

  /**
   * Returns every setting of a system worth trying.
   *
   * @param avx512 whether the CPU has AVX-512: OpenBLAS uses it on some CPUs only when it is told
   *     to
   */
  static List<Candidate> of(String system, int cores, boolean avx512) {
    List<Candidate> all = new ArrayList<>();
    Set<Integer> counts = new LinkedHashSet<>(List.of(1, cores));
    for (int threads : counts) {
      switch (system) {
        case "tensorflow" -> {
          // The second thread pays on some machines only with oneDNN switched on by hand.
          all.add(candidate(threads, Map.of(), Map.of("TF_ENABLE_ONEDNN_OPTS", "0")));
          all.add(candidate(threads, Map.of(), Map.of("TF_ENABLE_ONEDNN_OPTS", "1")));
        }
        case "libtorch" -> {
          for (int blas : counts) {
            String b = Integer.toString(blas);
            Map<String, String> environment = new LinkedHashMap<>();
            environment.put("OPENBLAS_NUM_THREADS", b);
            if (avx512) {
              environment.put("OPENBLAS_CORETYPE", "SKYLAKEX");
            }
            all.add(candidate(threads, Map.of("openblas", b), environment));
            if (threads > 1 || blas > 1) {
              // Threads that spin while they wait stand in the way of OpenBLAS's own.
              Map<String, String> passive = new LinkedHashMap<>(environment);
              passive.put("OMP_WAIT_POLICY", "PASSIVE");
              all.add(candidate(threads, Map.of("openblas", b), passive));
            }
          }
        }
        case "dl4j" ->
            all.add(
                candidate(threads, Map.of(), Map.of("OMP_NUM_THREADS", Integer.toString(threads))));
        default -> all.add(candidate(threads, Map.of(), Map.of()));
      }
    }
    return all;
  }

  private static Candidate candidate(
      int threads, Map<String, String> options, Map<String, String> environment) {
    return new Candidate(new Setting(threads, options), environment);
  }
}
