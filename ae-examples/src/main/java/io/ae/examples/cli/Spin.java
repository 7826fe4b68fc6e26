package io.ae.examples.cli;

import java.io.IOException;

/** Keeps a core busy until stdin ends, which it does when the parent dies. */
final class Spin {
  private static volatile boolean parent = true;

  private Spin() {}

  /**
   * Spins.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Thread watch =
        new Thread(
            () -> {
              try {
                parent = System.in.read() >= 0;
              } catch (IOException e) {
                parent = false;
              }
            });
    watch.setDaemon(true);
    watch.start();
    System.out.print('.');
    System.out.flush();
    while (parent) {
      Thread.onSpinWait();
    }
  }
}
