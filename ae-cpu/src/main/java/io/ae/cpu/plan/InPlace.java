package io.ae.cpu.plan;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets a chain write a result where an operand lies that nothing reads afterwards: the chain has
 * read a tile of the one before it writes that tile of the other, and the lines are in the cache.
 */
final class InPlace {
  private final Uses uses;
  private final Lifetimes lifetimes;
  private final Set<Node> taken = Collections.newSetFromMap(new IdentityHashMap<>());

  InPlace(Uses uses, Lifetimes lifetimes) {
    this.uses = uses;
    this.lifetimes = lifetimes;
  }

  /** Returns the operand whose place a chain's result takes; null if there is none. */
  @Nullable Node operand(Node result, Item chain) {
    boolean rows = result.mode == Mode.ROW && !result.gathered;
    if (!chain.chain || result.fold() || !(rows || result.mode == Mode.COLUMNS)) {
      return null;
    }
    Deque<Node> made = new ArrayDeque<>();
    made.add(result);
    while (!made.isEmpty()) {
      for (Node.Source s : made.remove().sources()) {
        Node from = s.view().node();
        if (from.item == chain) {
          made.add(from);
        } else if (fits(from, result, chain) && taken.add(from)) {
          return from;
        }
      }
    }
    return null;
  }

  private boolean fits(Node from, Node result, Item chain) {
    Item by = from.item;
    return by != null
        && by.portion == chain.portion
        && from.stored
        && from.mode == result.mode
        && from.gathered == result.gathered
        && from.extent.equals(result.extent)
        && from.bytes() == result.bytes()
        && !uses.output(from)
        && !uses.written(from)
        && lifetimes.lastUse(from) <= lifetimes.number(chain)
        && uses.of(from).stream()
            .allMatch(u -> u.by().item == chain ? byElement(u) : before(u, from));
  }

  private static boolean byElement(Uses.Use use) {
    return use.access() == Node.Access.DIRECT || use.by().fold();
  }

  /** Whether no shard reads what another one may have written by then. */
  private static boolean before(Uses.Use use, Node from) {
    return switch (use.by().mode) {
      case BLOCK -> from.published != null;
      case COLUMNS, INNER -> true;
      default -> from.mode == Mode.ROW;
    };
  }
}
