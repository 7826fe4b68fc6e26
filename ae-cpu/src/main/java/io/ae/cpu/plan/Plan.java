package io.ae.cpu.plan;

import io.ae.api.graph.Function;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A function's static plan for a capacity of rows: what runs between which barriers, and where
 * every value lies. The plan is one for all shards; {@link Binding} makes a shard's steps of it.
 */
public final class Plan {
  /** A value moved to an output or to the state: which, where from, where to, by whom and when. */
  record Move(Node from, Place to, Mode mode, int phase) {}

  private final List<List<Item>> phases;
  private final List<Move> moves = new ArrayList<>();
  private final Map<String, Node> inputs;
  private final Map<String, Place.Shared> outputs = new LinkedHashMap<>();
  private final Map<String, Type> outputTypes = new LinkedHashMap<>();
  private final Blocks blocks;
  private final Layouts layouts;
  private final @Nullable String sparse;
  private final int commitPhase;
  private final int phaseCount;
  private final boolean writes;
  private final boolean rowsApart;
  private final List<Filling> fillings;

  private Plan(Function function, Capacity capacity, StateLayout state) {
    Lowering.Lowered lowered = Lowering.lower(function, state.bfloat16());
    inputs = lowered.inputs();
    sparse = lowered.sparse();
    writes = !lowered.writes().isEmpty();
    Uses uses = new Uses(lowered);
    commitPhase = Modes.assign(uses, capacity);
    rowsApart = sparse == null && uses.nodes().stream().allMatch(Plan::ofOwnRows);
    blocks = new Blocks(uses.nodes());
    phases = Fusion.fuse(uses);
    Layer.part(uses, phases, capacity);
    layouts = new Layouts(capacity, state);
    for (Node n : lowered.nodes()) {
      if (n.leaf()) {
        layouts.leaf(n);
      }
    }
    new Results(this, uses, lowered).place();
    for (List<Item> items : phases) {
      for (Item item : items) {
        item.all().forEach(n -> n.stored |= stored(n, uses));
      }
    }
    Portioning.assign(uses, phases, capacity);
    PlainDescent.assign(uses, phases, layouts);
    Layer.assign(uses, phases, capacity, !writes);
    Lifetimes lifetimes = new Lifetimes(uses, phases, moves);
    layouts.place(phases, lifetimes, new InPlace(uses, lifetimes));
    int last = phases.size();
    for (Node n : uses.nodes()) {
      last = Math.max(last, n.rowsPhase() + 1);
    }
    for (Move m : moves) {
      last = Math.max(last, m.phase() + 1);
    }
    phaseCount = last;
    fillings = Filling.of(inputs, uses);
  }

  /**
   * Plans a function.
   *
   * @param function what is run
   * @param capacity the most rows and non-zeros
   * @param state where the variables lie
   */
  public static Plan of(Function function, Capacity capacity, StateLayout state) {
    return new Plan(function, capacity, state);
  }

  /** Whether one chain reads the parts of a product, and adds them up in its tiles. */
  private static boolean addedUpInChain(Node n, Uses uses) {
    List<Uses.Use> all = uses.of(n);
    Item by = all.isEmpty() ? null : all.get(0).by().item;
    return by != null
        && by.chain
        && by.mode == Mode.ROW
        && by.phase == n.rowsPhase()
        && uses.onlyIn(n, by)
        && all.stream().allMatch(u -> u.access() == Node.Access.DIRECT);
  }

  /** A chain keeps in tiles what no other step reads. */
  private static boolean stored(Node n, Uses uses) {
    Item item = n.item;
    if (n.mode == Mode.INNER && addedUpInChain(n, uses)) {
      return false;
    }
    return item == null
        || !item.chain
        || n.fold()
        || n.place != null
        || uses.output(n)
        || uses.written(n)
        || uses.of(n).stream()
            .anyMatch(
                u -> u.by().item != item || (u.access() != Node.Access.DIRECT && !u.by().fold()));
  }

  /** Returns the items of a phase; none where it only moves results. */
  List<Item> phase(int phase) {
    return phase < phases.size() ? phases.get(phase) : List.of();
  }

  List<Move> moves() {
    return moves;
  }

  /** Returns the leaves that a run is given. */
  Iterable<Node> inputs() {
    return inputs.values();
  }

  Blocks blocks() {
    return blocks;
  }

  Layouts layouts() {
    return layouts;
  }

  void output(String name, Type type, Place.Shared place) {
    outputs.put(name, place);
    outputTypes.put(name, type);
  }

  /** Returns how many phases a run has. */
  public int phaseCount() {
    return phaseCount;
  }

  /** Returns the phase from which on the state changes. */
  public int commitPhase() {
    return commitPhase;
  }

  /** Returns whether a run changes the state. */
  public boolean writes() {
    return writes;
  }

  /**
   * Returns whether a shard reads no other rows of the inputs than its own before the first
   * barrier.
   */
  public boolean rowsApart() {
    return rowsApart;
  }

  /**
   * Returns which part of each input of rows a shard had better fill; empty if that is its rows of
   * all of them.
   */
  public List<Filling> fillings() {
    return fillings;
  }

  private static boolean ofOwnRows(Node n) {
    boolean own = n.mode == Mode.ROW || n.mode == Mode.PARTIAL;
    return n.leaf() || n.phase > 0 || own || n.inputs.stream().noneMatch(v -> v.node().cutLeaf());
  }

  /** Returns the name of the sparse input, if there is one. */
  public @Nullable String sparse() {
    return sparse;
  }

  /** Returns the names of inputs, sparse ones in their three parts. */
  public Iterable<String> inputNames() {
    return inputs.keySet();
  }

  /** Returns the names of outputs. */
  public Iterable<String> outputNames() {
    return outputs.keySet();
  }

  /** Returns whether there is such an input. */
  public boolean hasInput(String name) {
    return inputs.containsKey(name);
  }

  /** Returns whether there is such an output. */
  public boolean hasOutput(String name) {
    return outputs.containsKey(name);
  }

  /** Returns the type of an input or output. */
  public Type type(String name) {
    Node input = inputs.get(name);
    return input != null ? input.type : Objects.requireNonNull(outputTypes.get(name));
  }

  /** Returns the word where an input or output lies in the session's memory. */
  public int word(String name) {
    Node input = inputs.get(name);
    Place place = input != null ? input.place : outputs.get(name);
    return ((Place.Shared) java.util.Objects.requireNonNull(place)).word();
  }

  /** Returns the words of the session's memory. */
  public long sharedWords() {
    return layouts.sharedWords();
  }

  /** Returns the words of a shard's memory. */
  public long localWords() {
    return layouts.localWords();
  }

  /** Returns the width of the sparse rows. */
  public int sparseWidth(Function function) {
    return function.inputs().stream()
        .filter(i -> i.name().equals(sparse))
        .map(Leaf.Input::type)
        .findFirst()
        .orElseThrow()
        .shape()
        .last();
  }
}
