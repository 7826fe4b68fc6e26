package io.ae.cpu.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Memory given out and used again: the smallest gap that is large enough. */
final class Regions {
  private record Region(long from, long to, int lastUse) {}

  private final List<Region> live = new ArrayList<>();
  private long words;

  /**
   * Takes a region.
   *
   * @param size words
   * @param lastUse number of the item after which it is free
   * @return its first word
   */
  int take(long size, int lastUse) {
    long best = -1;
    long bestGap = Long.MAX_VALUE;
    long end = 0;
    for (Region r : live) {
      long gap = r.from() - end;
      if (gap >= size && gap < bestGap) {
        best = end;
        bestGap = gap;
      }
      end = Math.max(end, r.to());
    }
    long from = best >= 0 ? best : end;
    live.add(new Region(from, from + size, lastUse));
    live.sort(Comparator.comparingLong(Region::from));
    words = Math.max(words, from + size);
    return Math.toIntExact(from);
  }

  /** Lets a region live until another item has run. */
  void keep(int from, int lastUse) {
    live.replaceAll(r -> r.from() == from ? new Region(from, r.to(), lastUse) : r);
  }

  /** Frees what nothing reads after an item. */
  void free(int item) {
    live.removeIf(r -> r.lastUse() <= item);
  }

  long words() {
    return words;
  }
}
