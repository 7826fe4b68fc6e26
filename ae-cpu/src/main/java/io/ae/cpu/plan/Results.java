package io.ae.cpu.plan;

import io.ae.api.graph.Leaf;
import io.ae.api.graph.Type;
import io.ae.api.graph.Var;
import io.ae.cpu.kernel.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Places what a run gives: outputs, and new values of variables.
 *
 * <p>A new value is written straight into the state where the one chain that makes it is also the
 * only one that reads the variable then; anything else is kept aside and moved when every step has
 * read the state. So two variables may swap.
 */
final class Results {
  private final Plan plan;
  private final Uses uses;
  private final Lowering.Lowered function;

  Results(Plan plan, Uses uses, Lowering.Lowered function) {
    this.plan = plan;
    this.uses = uses;
    this.function = function;
  }

  void place() {
    function.outputs().forEach(this::output);
    function.writes().forEach(this::write);
  }

  private void output(String name, View view) {
    Node n = view.node();
    Place.Shared place = plan.layouts().shared(n);
    plan.output(name, new Type(view.shape(), n.type.kind()), place);
    boolean shared =
        switch (n.mode) {
          case ROW, COLUMNS, INNER, SPLIT, SOLO -> true;
          default -> false;
        };
    if (shared && n.place == null) {
      n.place = place;
      return;
    }
    Mode mode = n.extent.cut() ? Mode.ROW : Mode.SOLO;
    plan.moves().add(new Plan.Move(n, place, mode, ready(n, mode)));
  }

  private static int ready(Node n, Mode mode) {
    return switch (n.mode) {
      case LEAF, BLOCK -> 0;
      case ROW, INNER, REPLICATED -> n.rowsPhase();
      case COLUMNS, PARTIAL, GATHERED, SPLIT -> n.phase + 1;
      case SOLO -> mode == Mode.SOLO ? n.phase : n.phase + 1;
    };
  }

  private void write(Var variable, View view) {
    Node n = view.node();
    Place state = plan.layouts().state(variable);
    if (n.commit && n.place == null && aloneInItem(variable, n)) {
      n.place = state;
      n.crosses = crosses(variable);
      return;
    }
    Mode mode = n.extent.fixed() > Step.TILE ? Mode.SPLIT : Mode.SOLO;
    if (n.op instanceof Leaf.Read) {
      // Another variable's old value: aside first, since that variable may change too.
      Place.Shared aside = plan.layouts().shared(n);
      int before = Math.max(0, plan.commitPhase() - 1);
      plan.moves().add(new Plan.Move(n, aside, mode, before));
      Node copy = new Node(n.op, false, List.of(), n.type);
      copy.place = aside;
      plan.moves().add(new Plan.Move(copy, state, mode, plan.commitPhase() + 1));
      return;
    }
    int phase = Math.max(plan.commitPhase(), ready(n, mode));
    boolean read = readInCommit(variable);
    plan.moves()
        .add(new Plan.Move(n, state, mode, read ? Math.max(phase, plan.commitPhase() + 1) : phase));
  }

  private boolean aloneInItem(Var variable, Node n) {
    for (Map.Entry<Var, View> other : function.writes().entrySet()) {
      if (other.getValue().node() == n && other.getKey() != variable) {
        return false;
      }
    }
    return readers(variable)
        .allMatch(u -> u.by().item == n.item && u.access() == Node.Access.DIRECT);
  }

  /** Returns whether shards read of the variable what other shards change. */
  private boolean crosses(Var variable) {
    return reads(variable).anyMatch(u -> !u.by().commit && !readsOwn(u));
  }

  /** Returns whether a shard reads what it changes itself. */
  private static boolean readsOwn(Uses.Use use) {
    boolean elements = use.by().mode == Mode.SPLIT && use.access() == Node.Access.DIRECT;
    return elements || use.by().mode.ofColumns();
  }

  private boolean readInCommit(Var variable) {
    return readers(variable).findAny().isPresent();
  }

  /** The uses of a variable in the phase that changes the state. */
  private Stream<Uses.Use> readers(Var variable) {
    return reads(variable).filter(u -> u.by().commit);
  }

  private Stream<Uses.Use> reads(Var variable) {
    return uses.nodes().stream()
        .filter(n -> n.op instanceof Leaf.Read r && r.variable() == variable)
        .flatMap(n -> uses.of(n).stream());
  }
}
