package io.ae.benchmarks.runner.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The process that measures the machine: for each line in, {@code peak GFLOPS GBPS} out. Arguments:
 * the number of cores.
 */
public final class PeakMain {
  private static final int SIZE = 1024;
  private static final int PRODUCTS = 8;
  private static final long TRIAD_BYTES = 256L << 20;
  private static final int PASSES = 3;
  private static final int WARM_UPS = 3;

  private PeakMain() {}

  /** Runs until the input ends. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int count = Integer.parseInt(args[0]);
    SingleThreadedOneDnn.load();
    try (AllCores cores = new AllCores(count)) {
      GemmPeak gemm = new GemmPeak(count, SIZE, PRODUCTS);
      Triad triad = new Triad(count, TRIAD_BYTES, PASSES);
      for (int i = 0; i < WARM_UPS; i++) {
        gemm.measure(cores);
        triad.measure(cores);
      }
      System.out.println("ready");
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      while (in.readLine() != null) {
        System.out.println("peak " + gemm.measure(cores) + " " + triad.measure(cores));
      }
    }
  }
}
