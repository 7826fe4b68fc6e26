package io.ae.benchmarks.runner.machine;

import java.io.IOException;

/** A process that keeps one core busy until its input ends. */
public final class SpinMain {
  private static volatile boolean over;

  private SpinMain() {}

  /** Says {@code spinning}, and spins. */
  public static void main(String[] args) {
    Thread end = new Thread(SpinMain::awaitEnd, "end of input");
    end.setDaemon(true);
    end.start();
    System.out.println("spinning");
    long spins = 0;
    while (!over) {
      spins++;
    }
    System.out.println("spun " + spins);
  }

  private static void awaitEnd() {
    try {
      while (System.in.read() >= 0) {
        continue;
      }
    } catch (IOException e) {
      System.err.println("the input broke off: " + e);
    }
    over = true;
  }
}
