package io.ae.cpu.plan;

import io.ae.api.graph.Binary;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Op;
import io.ae.api.graph.Product.MatMul;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Spatial;
import io.ae.api.graph.Unary;
import io.ae.cpu.memory.Extent;
import io.ae.cpu.onednn.Activation;
import io.ae.cpu.onednn.Epilogue;
import io.ae.cpu.onednn.PackedFactor;
import io.ae.cpu.onednn.PackedProduct;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A convolution or a product of the batch's rows, and the bias and activation behind it: what one
 * primitive does at once.
 *
 * @param item the convolution or product
 * @param after the chain of bias and activation; null if it is another one or there is none
 * @param bias the variable that the chain adds; null without a chain
 * @param epilogue what the chain does
 * @param kind how it is done
 */
record Layer(Item item, @Nullable Item after, @Nullable Node bias, Epilogue epilogue, Kind kind) {
  /** How a layer is done. */
  enum Kind {
    /** A convolution, with what is behind it. */
    CONVOLUTION,
    /** A product with a packed copy of a variable that does not change. */
    PACKED,
    /** A product with factors as they are, with what is behind it. */
    PLAIN
  }

  /**
   * {@code sgemm} reads plain float32 weights from the outer cache faster than a primitive does, by
   * what bias and activation of this part of a row for each row of the weights take.
   */
  private static final int INNER_PER_ROW = 8;

  /**
   * Fills in which items are layers.
   *
   * @param still whether the function leaves the state as it is, so that products may be packed
   */
  static void assign(Uses uses, List<List<Item>> phases, Capacity capacity, boolean still) {
    boolean packing = still && capacity.shardRows() >= PackedProduct.LEAST_ROWS;
    for (List<Item> items : phases) {
      for (int i = 0; i < items.size(); i++) {
        Item item = items.get(i);
        Kind kind = convolution(item) ? Kind.CONVOLUTION : Kind.PLAIN;
        Layer alone =
            new Layer(item, null, null, Epilogue.NONE, packing && packs(item) ? Kind.PACKED : kind);
        boolean read = i + 1 < items.size() && uses.onlyIn(item.nodes.get(0), items.get(i + 1));
        Layer layer = read ? alone.with(items.get(i + 1)) : alone;
        boolean atOnce = layer.after() != null && (convolution(item) || product(item, capacity));
        if (layer.kind == Kind.PACKED || atOnce) {
          item.layer = layer;
          layer.last().takenAlong = layer.after() != null;
        }
      }
    }
  }

  /**
   * Parts bias and activation from what else is computed in the chain behind a product, so that the
   * product can take them along.
   */
  static void part(Uses uses, List<List<Item>> phases, Capacity capacity) {
    for (List<Item> items : phases) {
      for (int i = 0; i + 1 < items.size(); i++) {
        boolean product = product(items.get(i), capacity);
        Item head = product ? head(uses, items.get(i), items.get(i + 1)) : null;
        if (head != null) {
          items.add(i + 1, head);
        }
      }
    }
  }

  private static @Nullable Item head(Uses uses, Item item, Item chain) {
    Node product = item.nodes.get(0);
    Node add = onlyUser(uses, product);
    if (add == null || bias(product, add) == null) {
      return null;
    }
    Node after = onlyUser(uses, add);
    boolean more = chain.chain && chain.mode == item.mode && chain.nodes.size() > 2;
    if (after == null || activation(after.op) == null || !more) {
      return null;
    }
    if (!chain.nodes.containsAll(List.of(add, after))) {
      return null;
    }
    Item head = new Item(item.mode, item.phase, true);
    chain.nodes.removeAll(List.of(add, after));
    head.add(add);
    head.add(after);
    return head;
  }

  private static @Nullable Node onlyUser(Uses uses, Node n) {
    List<Uses.Use> all = uses.of(n);
    return all.size() == 1 && !uses.output(n) && !uses.written(n) ? all.get(0).by() : null;
  }

  /** Returns whether a product and what is behind it are quicker at once. */
  private static boolean product(Item item, Capacity capacity) {
    if (!product(item)) {
      return false;
    }
    View left = item.nodes.get(0).inputs.get(0);
    int rows = item.mode == Mode.COLUMNS ? capacity.rows() : capacity.shardRows();
    return left.node().bfloat16 || left.shape().last() <= INNER_PER_ROW * rows;
  }

  private static boolean product(Item item) {
    Node n = item.nodes.get(0);
    return n.op instanceof MatMul && (item.mode == Mode.ROW || item.mode == Mode.COLUMNS);
  }

  private static boolean convolution(Item item) {
    Op op = item.nodes.get(0).op;
    return op instanceof Spatial.Conv2d || op instanceof Spatial.ConvTranspose2d;
  }

  private static boolean packs(Item item) {
    Node product = item.nodes.get(0);
    if (!product(item) || item.mode != Mode.ROW || item.portion != null) {
      return false;
    }
    View weights = product.inputs.get(1);
    Shape shape = weights.shape();
    return weights.node().op instanceof Leaf.Read
        && !weights.node().bfloat16
        && shape.rank() == 2
        && shape.fixed()
        && PackedProduct.pays(shape.dim(0), shape.dim(1));
  }

  /** Takes the chain behind it along if it is a bias and, perhaps, an activation. */
  private Layer with(Item chain) {
    Node product = item.nodes.get(0);
    List<Node> nodes = chain.nodes;
    Node add = nodes.get(0);
    boolean fits =
        chain.chain
            && chain.mode == item.mode
            && chain.portion == item.portion
            && chain.folds.isEmpty()
            && nodes.size() <= 2;
    Node read = fits ? bias(product, add) : null;
    if (read == null) {
      return this;
    }
    if (nodes.size() == 1) {
      return new Layer(item, chain, read, new Epilogue(true, null), kind);
    }
    Op op = nodes.get(1).op;
    Activation activation = kind == Kind.PACKED && op == Unary.RELU ? null : activation(op);
    return add.stored || activation == null
        ? this
        : new Layer(item, chain, read, new Epilogue(true, activation), kind);
  }

  /** Returns the variable that is added to each row of a product, if that is what a node does. */
  private static @Nullable Node bias(Node product, Node add) {
    if (add.op != Binary.ADD || add.inputs.get(0).node() != product) {
      return null;
    }
    Node spread = add.inputs.get(1).node();
    Node read = spread.broadcast() ? spread.inputs.get(0).node() : spread;
    boolean vector =
        spread.broadcast()
            && read.op instanceof Leaf.Read
            && read.extent.fixed() == product.type.shape().last()
            && spread.inputs.get(0).shape().last() == product.type.shape().last();
    return vector ? read : null;
  }

  private static @Nullable Activation activation(Op op) {
    if (op == Unary.RELU) {
      return Activation.RELU;
    }
    return op == Unary.SIGMOID ? Activation.SIGMOID : op == Unary.TANH ? Activation.TANH : null;
  }

  /** Returns the last of the items that it does. */
  Item last() {
    return after == null ? item : after;
  }

  /** Returns the node whose value the step stores. */
  Node result() {
    return last().nodes.get(last().nodes.size() - 1);
  }

  /** Returns the rows of the product. */
  Extent rows() {
    Shape left = item.nodes.get(0).inputs.get(0).shape();
    return Extent.of(left.range(0, left.rank() - 1));
  }

  /** Returns which variable is the right factor, at a machine address. */
  PackedFactor.Source source(long address) {
    Node product = item.nodes.get(0);
    boolean transposed = ((MatMul) product.op).transposed();
    Shape shape = product.inputs.get(1).shape();
    int inner = shape.dim(transposed ? 1 : 0);
    return new PackedFactor.Source(address, transposed, inner, shape.dim(transposed ? 0 : 1));
  }

  @Override
  public String toString() {
    return after == null ? item.toString() : item + ", " + after;
  }
}
