package io.ae.benchmarks.runner;

import java.util.Locale;

/**
 * Whether an item's bar is held.
 *
 * @param held whether it is
 * @param text which bar counted, and what was reached
 */
record Verdict(boolean held, String text) {
  /** Nothing to judge. */
  static Verdict unjudged(String why) {
    return new Verdict(false, "not judged: " + why);
  }

  /**
   * Judges an item: it holds when it reaches its ratio; where the floor forbids the ratio, when it
   * reaches its share. It never holds when a peer is faster.
   *
   * @param ratio best peer ÷ ours
   * @param share ours ÷ floor
   * @param peerShare best peer ÷ floor
   */
  static Verdict of(Bar bar, double ratio, double share, double peerShare) {
    if (ratio < 1) {
      return new Verdict(false, text("missed: slower than a peer, ratio %.2f", ratio));
    }
    if (ratio >= bar.ratio()) {
      return new Verdict(true, text("held: ratio %.2f of %.2f", ratio, bar.ratio()));
    }
    if (peerShare >= bar.ratio()) {
      return new Verdict(
          false,
          text(
              "missed: ratio %.2f of %.2f, which the floor allows (best peer ÷ floor %.2f)",
              ratio, bar.ratio(), peerShare));
    }
    boolean held = share <= bar.share();
    return new Verdict(
        held,
        text(
            "%s: floor share %.2f, at most %.2f; the floor forbids ratio %.2f"
                + " (best peer ÷ floor %.2f)",
            held ? "held" : "missed", share, bar.share(), bar.ratio(), peerShare));
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
