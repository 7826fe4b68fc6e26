package io.ae.core.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which word was meant. */
public final class Suggestion {
  private Suggestion() {}

  /**
   * Returns the known word nearest to one that is not known: at most a third of its letters differ,
   * and always one may. A swap of neighbours counts as one.
   */
  public static Optional<String> of(String word, Collection<String> known) {
    int limit = Math.max(1, word.length() / 3);
    return known.stream()
        .filter(k -> distance(word, k) <= limit)
        .min(Comparator.comparingInt((String k) -> distance(word, k)).thenComparing(k -> k));
  }

  /** Returns {@code " Did you mean 'vae'?"}, or nothing if no known word is near. */
  public static String sentence(String word, Collection<String> known) {
    return of(word, known).map(k -> " Did you mean '" + k + "'?").orElse("");
  }

  /**
   * Restricted edit distance: insertions, deletions, substitutions and swaps of neighbours.
   *
   * <p>F. Damerau, "A technique for computer detection and correction of spelling errors", CACM
   * 1964.
   */
  static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
