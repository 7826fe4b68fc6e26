package io.ae.benchmarks.runner;

/**
 * What an item must reach.
 *
 * @param ratio time of the best peer ÷ ours, at least
 * @param share ours ÷ floor, at most; it counts where the floor forbids the ratio
 */
record Bar(double ratio, double share) {
  /** Returns an item's bar. */
  static Bar of(String item) {
    return switch (item) {
      case "deep2d" -> new Bar(2.5, 1.25);
      case "hinton" -> new Bar(2, 1.15);
      case "contractive", "dae-20", "dae-100", "vae" -> new Bar(2, 1.4);
      case "sda-1", "sda-2", "sda-3", "sda-classify" -> new Bar(2, 1.4);
      case "conv-mnist", "conv-cifar" -> new Bar(1.5, 1.4);
      case "encode" -> new Bar(1.5, 1.2);
      case "one-hinton", "one-deep2d" -> new Bar(3, 1.5);
      default -> throw new IllegalArgumentException("no bar is set for " + item);
    };
  }
}
