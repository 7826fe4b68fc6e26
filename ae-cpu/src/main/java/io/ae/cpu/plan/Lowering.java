package io.ae.cpu.plan;

import io.ae.api.AeException;
import io.ae.api.graph.Binary;
import io.ae.api.graph.Elementwise;
import io.ae.api.graph.Function;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Layout;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Op;
import io.ae.api.graph.Product;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Sparse;
import io.ae.api.graph.Spatial;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.cpu.kernel.Step;
import io.ae.cpu.memory.Extent;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From a traced function to nodes: what nothing needs is dropped, reshapes become views, a dense
 * layer becomes a product and a sum, a join becomes its two halves, factors are rounded.
 *
 * <p>What convolutions and pooling give has its channels last, and so has all that is computed from
 * it element by element; where something else reads it, or they read something else, a permutation
 * stands between.
 */
final class Lowering {
  /** Weights whose products take longer than calls that round their factors. */
  private static final int LEAST_WEIGHTS = 1 << 13;

  private final List<Node> nodes = new ArrayList<>();
  private final Map<Value, View> views = new IdentityHashMap<>();
  private final Map<Value, View> turned = new IdentityHashMap<>();
  private final Map<String, Node> inputs = new LinkedHashMap<>();
  private final Map<Node, View> rounded = new IdentityHashMap<>();
  private final boolean bfloat16;
  private @Nullable String sparse;

  private Lowering(boolean bfloat16) {
    this.bfloat16 = bfloat16;
  }

  /**
   * The nodes of a function.
   *
   * @param nodes inputs before users
   * @param inputs leaves that a run is given, by name
   * @param outputs what a run gives
   * @param writes what variables become
   * @param sparse name of the sparse input, if there is one
   */
  record Lowered(
      List<Node> nodes,
      Map<String, Node> inputs,
      Map<String, View> outputs,
      Map<Var, View> writes,
      @Nullable String sparse) {}

  /**
   * @param bfloat16 whether products read bfloat16 copies of their factors
   */
  static Lowered lower(Function function, boolean bfloat16) {
    Lowering l = new Lowering(bfloat16);
    Set<Value> needed = Needed.of(function);
    for (Value v : function.nodes()) {
      if (v.op() instanceof Leaf.Input || needed.contains(v)) {
        l.lower(v);
      }
    }
    Map<String, View> outputs = new LinkedHashMap<>();
    function.outputs().forEach((name, v) -> outputs.put(name, l.plain(v)));
    Map<Var, View> writes = new LinkedHashMap<>();
    function.writes().forEach((variable, v) -> writes.put(variable, l.plain(v)));
    return new Lowered(l.nodes, l.inputs, outputs, writes, l.sparse);
  }

  private void lower(Value v) {
    Op op = v.op();
    boolean images = v.inputs().stream().anyMatch(turned::containsKey);
    if (op instanceof Spatial.Conv2dWeights) {
      views.put(v, whole(node(op, v.type(), List.of(turned(v.input(0)), turned(v.input(1))))));
    } else if (ChannelsLast.kernel(op) || (images && op instanceof Elementwise)) {
      turned.put(v, image(v));
    } else if (images && (op instanceof Layout.SumTo || op instanceof Layout.MaxTo)) {
      views.put(v, folded(v));
    } else if (!(op instanceof Layout.Broadcast)) {
      views.put(v, view(v));
    }
  }

  /** Returns a value as the graph has it. */
  private View plain(Value v) {
    View found = views.get(v);
    if (found == null) {
      View t = turned.get(v);
      found = t == null ? view(v) : permuted(v, t, v.type(), ChannelsLast.turnBack(v.shape()));
      views.put(v, found);
    }
    return found;
  }

  /** Returns images with their channels last. */
  private View turned(Value v) {
    View found = turned.get(v);
    if (found == null) {
      Type type = turned(v.type());
      boolean spread = v.op() instanceof Layout.Broadcast && !views.containsKey(v);
      if (spread && ChannelsLast.sameOrder(v.input(0).shape())) {
        View small = plain(v.input(0));
        View from = new View(small.node(), ChannelsLast.shape(small.shape()));
        found = whole(node(new Layout.Broadcast(type.shape()), type, List.of(from)));
      } else {
        found = permuted(v, plain(v), type, ChannelsLast.turn(v.shape()));
      }
      turned.put(v, found);
    }
    return found;
  }

  private static Type turned(Type type) {
    return new Type(ChannelsLast.shape(type.shape()), type.kind());
  }

  private View permuted(Value v, View from, Type to, Layout.Permute op) {
    return ChannelsLast.sameOrder(v.shape())
        ? new View(from.node(), to.shape())
        : whole(node(op, to, List.of(from)));
  }

  /** What is computed channels last; a kernel's weights and switches, where they are no images. */
  private View image(Value v) {
    boolean weights = v.op() instanceof Spatial.Conv2d || v.op() instanceof Spatial.ConvTranspose2d;
    List<View> in = new ArrayList<>();
    for (int i = 0; i < v.inputs().size(); i++) {
      in.add(weights && i == 1 ? plain(v.input(i)) : turned(v.input(i)));
    }
    return sameElements(v, in) ? in.get(0) : whole(node(v.op(), turned(v.type()), in));
  }

  /** A sum, or the largest, over axes of images. */
  private View folded(Value v) {
    if (!ChannelsLast.sameOrder(v.shape())) {
      return view(v);
    }
    Type type = turned(v.type());
    Op op =
        v.op() instanceof Layout.SumTo
            ? new Layout.SumTo(type.shape())
            : new Layout.MaxTo(type.shape());
    View images = turned(v.input(0));
    View small = sameElements(v, List.of(images)) ? images : whole(node(op, type, List.of(images)));
    return new View(small.node(), v.shape());
  }

  private View view(Value v) {
    Op op = v.op();
    if (op instanceof Leaf leaf) {
      return leaf(leaf);
    }
    if (op instanceof Sparse.NonZeros || op instanceof Sparse.Columns) {
      String part = op instanceof Sparse.NonZeros ? ".values" : ".columns";
      Node node = Objects.requireNonNull(inputs.get(((Leaf.Input) v.input(0).op()).name() + part));
      return new View(node, node.type.shape());
    }
    List<View> in = new ArrayList<>();
    for (Value i : v.inputs()) {
      if (i.kind() != Kind.SPARSE) {
        in.add(plain(i));
      }
    }
    if (sameElements(v, in)) {
      return new View(in.get(0).node(), v.shape());
    }
    if (op instanceof Product.Dense dense) {
      Node product = node(new Product.MatMul(dense.transposed()), v.type(), in.subList(0, 2));
      Node bias = node(new Layout.Broadcast(v.shape()), v.type(), List.of(in.get(2)));
      return whole(node(Binary.ADD, v.type(), List.of(whole(product), whole(bias))));
    }
    return whole(node(op, v.type(), in));
  }

  /** Returns the bfloat16 copy of a factor, one for all products. */
  private View rounded(View factor) {
    View copy =
        rounded.computeIfAbsent(
            factor.node(),
            n -> {
              // A variable's copy follows the state. Nothing else casts reals to reals: elsewhere
              // that leaves them as they are.
              Node node =
                  n.op instanceof Leaf.Read
                      ? new Node(n.op, false, List.of(), n.type)
                      : new Node(new Elementwise.Cast(Kind.REAL), false, List.of(whole(n)), n.type);
              node.bfloat16 = true;
              nodes.add(node);
              return whole(node);
            });
    return new View(copy.node(), factor.shape());
  }

  private static View whole(Node node) {
    return new View(node, node.type.shape());
  }

  /** Whether the op leaves elements and their order as they are. */
  private static boolean sameElements(Value v, List<View> in) {
    Op op = v.op();
    if (op instanceof Layout.Reshape
        || op instanceof Elementwise.Stop
        || op instanceof Elementwise.StraightThrough) {
      return true;
    }
    if (op instanceof Elementwise.Cast cast) {
      return cast.to() == v.input(0).kind();
    }
    return (op instanceof Layout.Broadcast
            || op instanceof Layout.SumTo
            || op instanceof Layout.MaxTo)
        && Extent.of(v.shape()).equals(Extent.of(in.get(0).shape()));
  }

  private View leaf(Leaf leaf) {
    if (leaf instanceof Leaf.Input input && input.type().kind() == Kind.SPARSE) {
      return sparse(input);
    }
    if (leaf instanceof Leaf.RowIndex) {
      return whole(node(leaf, leaf.type(), List.of()));
    }
    Node node = new Node(leaf, false, List.of(), leaf.type());
    nodes.add(node);
    if (leaf instanceof Leaf.Input input) {
      inputs.put(input.name(), node);
    }
    return whole(node);
  }

  private View sparse(Leaf.Input input) {
    if (sparse != null) {
      throw new AeException(
          "AE-B010",
          "backend cpu: one sparse input a function, found '"
              + sparse
              + "' and '"
              + input.name()
              + "'. Use the backend java, or make one of them dense");
    }
    sparse = input.name();
    leaf(new Leaf.Input(sparse + ".lengths", Type.index(Shape.rows())));
    leaf(new Leaf.Input(sparse + ".columns", Type.index(Shape.of(Shape.N))));
    return leaf(new Leaf.Input(sparse + ".values", Type.real(Shape.of(Shape.N))));
  }

  private Node node(Op op, Type type, List<View> given) {
    List<View> in =
        bfloat16 && worthRounding(op, type, given)
            ? given.stream().map(this::rounded).toList()
            : given;
    Node node = new Node(op, false, in, type);
    nodes.add(node);
    boolean ofRows =
        !node.extent.cut()
            && in.stream().anyMatch(i -> i.node().extent.cut())
            && !(op instanceof Layout.AllRows);
    if (!ofRows && !(node.fold() && split(in.get(0).node()))) {
      return node;
    }
    node.mode = Mode.PARTIAL;
    Node total = new Node(op, true, List.of(whole(node)), type);
    nodes.add(total);
    return total;
  }

  /** Whether a product gains more from bfloat16 than rounding its factors costs. */
  private static boolean worthRounding(Op op, Type type, List<View> factors) {
    if (op instanceof Product.MatMul) {
      return Extent.of(factors.get(1).shape()).fixed() >= LEAST_WEIGHTS;
    }
    return op instanceof Product.Contract && Extent.of(type.shape()).fixed() >= LEAST_WEIGHTS;
  }

  /** Whether shards can each fold their part of the elements. */
  private static boolean split(Node n) {
    boolean large = n.extent.all() == 0 && n.extent.fixed() > Step.TILE;
    return large && !n.extent.cut() && (n.leaf() || n.elementwise());
  }
}
