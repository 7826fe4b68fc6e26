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
 * A convolution, or a product of the batch's rows and a variable that does not change, and the bias
 * and activation behind it: what one primitive does at once.
 *
 * @param item the convolution or product
 * @param after the chain of bias and activation; null if it is another one or there is none
 * @param bias the variable that the chain adds; null without a chain
 * @param epilogue what the chain does
 */
record Layer(Item item, @Nullable Item after, @Nullable Node bias, Epilogue epilogue) {
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
        Layer alone = new Layer(item, null, null, Epilogue.NONE);
        boolean read = i + 1 < items.size() && uses.onlyIn(item.nodes.get(0), items.get(i + 1));
        Layer layer = read ? alone.with(items.get(i + 1)) : alone;
        if (packing && packs(item) || convolution(item) && layer.after() != null) {
          item.layer = layer;
          layer.last().takenAlong = layer.after() != null;
        }
      }
    }
  }

  /** Returns whether it is a product with a packed factor, and no convolution. */
  boolean packed() {
    return !convolution(item);
  }

  private static boolean convolution(Item item) {
    Op op = item.nodes.get(0).op;
    return op instanceof Spatial.Conv2d || op instanceof Spatial.ConvTranspose2d;
  }

  private static boolean packs(Item item) {
    Node product = item.nodes.get(0);
    if (!(product.op instanceof MatMul) || item.mode != Mode.ROW || item.portion != null) {
      return false;
    }
    View weights = product.inputs.get(1);
    Shape shape = weights.shape();
    return weights.node().op instanceof Leaf.Read
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
            && nodes.size() <= 2
            && add.op == Binary.ADD
            && add.inputs.get(0).node() == product;
    if (!fits) {
      return this;
    }
    Node spread = add.inputs.get(1).node();
    Node read = spread.broadcast() ? spread.inputs.get(0).node() : spread;
    boolean vector =
        spread.broadcast()
            && read.op instanceof Leaf.Read
            && read.extent.fixed() == product.type.shape().last()
            && spread.inputs.get(0).shape().last() == product.type.shape().last();
    if (!vector) {
      return this;
    }
    if (nodes.size() == 1) {
      return new Layer(item, chain, read, new Epilogue(true, null));
    }
    Activation activation = activation(nodes.get(1).op);
    return add.stored || activation == null
        ? this
        : new Layer(item, chain, read, new Epilogue(true, activation));
  }

  private @Nullable Activation activation(Op op) {
    if (op == Unary.RELU && convolution(item)) {
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
