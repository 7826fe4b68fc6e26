package io.ae.core.file.read;

import io.ae.api.graph.Binary;
import io.ae.api.graph.Draw;
import io.ae.api.graph.Elementwise;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Layout;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Op;
import io.ae.api.graph.Product;
import io.ae.api.graph.Rows;
import io.ae.api.graph.Sparse;
import io.ae.api.graph.Spatial;
import io.ae.api.graph.Unary;
import io.ae.api.graph.Update;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The ops that a file may name, each with the attributes it is made of. */
final class OpTable {
  private static final Map<String, Function<OpArguments, Op>> OPS = new HashMap<>();

  static {
    for (Unary op : Unary.values()) {
      OPS.put(op.id(), a -> op);
    }
    for (Binary op : Binary.values()) {
      OPS.put(op.id(), a -> op);
    }
    leaves();
    elementsAndLayout();
    productsAndRows();
    spatialAndSparse();
    drawsAndUpdates();
  }

  private OpTable() {}

  /** Returns an op, or null if there is none of this id. */
  static @Nullable Op op(String id, OpArguments arguments) {
    Function<OpArguments, Op> factory = OPS.get(id);
    return factory == null ? null : factory.apply(arguments);
  }

  static Set<String> ids() {
    return Set.copyOf(OPS.keySet());
  }

  private static void leaves() {
    OPS.put("input", a -> new Leaf.Input(a.text("name"), a.type("type")));
    OPS.put("read", a -> new Leaf.Read(a.variable("variable")));
    OPS.put("literal", a -> new Leaf.Literal(a.number("value"), a.word("kind", Kind.class)));
    OPS.put("iota", a -> new Leaf.Iota(a.size("size")));
    OPS.put("row-count", a -> new Leaf.RowCount());
    OPS.put("row-index", a -> new Leaf.RowIndex());
  }

  private static void elementsAndLayout() {
    OPS.put("where", a -> new Elementwise.Where());
    OPS.put("straight-through", a -> new Elementwise.StraightThrough());
    OPS.put("stop", a -> new Elementwise.Stop());
    OPS.put("cast", a -> new Elementwise.Cast(a.word("to", Kind.class)));
    OPS.put("broadcast", a -> new Layout.Broadcast(a.shape("to")));
    OPS.put("sum-to", a -> new Layout.SumTo(a.shape("to")));
    OPS.put("max-to", a -> new Layout.MaxTo(a.shape("to")));
    OPS.put("reshape", a -> new Layout.Reshape(a.shape("to")));
    OPS.put("permute", a -> new Layout.Permute(a.indices("axes")));
    OPS.put("slice", a -> new Layout.Slice(a.size("axis"), a.size("from"), a.size("to")));
    OPS.put("pad", a -> new Layout.Pad(a.size("axis"), a.size("before"), a.size("after")));
    OPS.put("concat", a -> new Layout.Concat(a.size("axis")));
    OPS.put("all-rows", a -> new Layout.AllRows());
    OPS.put("own-rows", a -> new Layout.OwnRows());
  }

  private static void productsAndRows() {
    OPS.put("dense", a -> new Product.Dense(a.flag("transposed")));
    OPS.put("matmul", a -> new Product.MatMul(a.flag("transposed")));
    OPS.put("contract", a -> new Product.Contract());
    OPS.put("gather", a -> new Rows.Gather());
    OPS.put("scatter-add", a -> new Rows.ScatterAdd(a.size("size")));
    OPS.put("one-hot", a -> new Rows.OneHot(a.size("size")));
    OPS.put("arg-max", a -> new Rows.ArgMax());
    OPS.put("top-k-mask", a -> new Rows.TopKMask(a.size("k")));
  }

  private static void spatialAndSparse() {
    OPS.put("conv2d", a -> new Spatial.Conv2d(a.window("window")));
    OPS.put(
        "conv-transpose2d",
        a -> new Spatial.ConvTranspose2d(a.window("window"), a.size("outY"), a.size("outX")));
    OPS.put("conv2d-weights", a -> new Spatial.Conv2dWeights(a.window("window")));
    OPS.put("pool-switches", a -> new Spatial.PoolSwitches(a.window("window")));
    OPS.put("pick-at", a -> new Spatial.PickAt());
    OPS.put("max-unpool", a -> new Spatial.MaxUnpool(a.size("outY"), a.size("outX")));
    OPS.put("average-pool", a -> new Spatial.AveragePool(a.size("y"), a.size("x")));
    OPS.put("upsample", a -> new Spatial.Upsample(a.size("y"), a.size("x")));
    OPS.put("non-zeros", a -> new Sparse.NonZeros());
    OPS.put("columns", a -> new Sparse.Columns());
    OPS.put("csr-matmul", a -> new Sparse.CsrMatMul());
    OPS.put("csr-contract", a -> new Sparse.CsrContract());
    OPS.put("sddmm", a -> new Sparse.Sddmm());
    OPS.put("gather-at", a -> new Sparse.GatherAt());
    OPS.put("scatter-at", a -> new Sparse.ScatterAt());
    OPS.put("expand-rows", a -> new Sparse.ExpandRows());
    OPS.put("sum-non-zeros", a -> new Sparse.SumNonZeros());
  }

  private static void drawsAndUpdates() {
    for (Draw.Distribution d : Draw.Distribution.values()) {
      String word = d.name().toLowerCase(java.util.Locale.ROOT);
      OPS.put("draw-" + word, a -> new Draw(d, a.text("stream"), a.shape("to")));
    }
    OPS.put("moment", a -> new Update.Moment(a.number("beta")));
    OPS.put("square-moment", a -> new Update.SquareMoment(a.number("beta")));
    OPS.put(
        "adam",
        a ->
            new Update.Adam(
                a.number("beta1"), a.number("beta2"), a.number("epsilon"), a.number("decay")));
  }
}
