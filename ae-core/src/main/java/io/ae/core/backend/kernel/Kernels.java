package io.ae.core.backend.kernel;

import io.ae.api.AeException;
import io.ae.api.graph.Binary;
import io.ae.api.graph.Draw;
import io.ae.api.graph.Elementwise;
import io.ae.api.graph.Layout;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Op;
import io.ae.api.graph.Product;
import io.ae.api.graph.Rows;
import io.ae.api.graph.Sparse;
import io.ae.api.graph.Spatial;
import io.ae.api.graph.Unary;
import io.ae.api.graph.Update;
import io.ae.api.graph.Value;
import java.util.HashMap;
import java.util.Map;

/** The kernel of each op, by the op's class. */
public final class Kernels {
  /** Binds a kernel to a node's inputs. */
  private interface Maker<O extends Op> {
    Kernel bind(O op, Value node, Tensor[] in, long seed);
  }

  private static final Map<Class<? extends Op>, Maker<?>> MAKERS = new HashMap<>();

  static {
    put(Unary.class, (op, n, in, seed) -> Unaries.of(n, in, op));
    put(Binary.class, (op, n, in, seed) -> Binaries.of(n, in, op));
    put(Elementwise.Where.class, (op, n, in, seed) -> Elementwises.where(n, in));
    put(Elementwise.Cast.class, (op, n, in, seed) -> Elementwises.cast(n, in, op));
    put(Leaf.Literal.class, (op, n, in, seed) -> Leaves.literal(op));
    put(Leaf.Iota.class, (op, n, in, seed) -> Leaves.iota(op));
    put(Leaf.RowCount.class, (op, n, in, seed) -> Leaves.rowCount());
    put(Leaf.RowIndex.class, (op, n, in, seed) -> Leaves.rowIndex(n.shape()));
    put(Layout.Broadcast.class, (op, n, in, seed) -> Broadcasts.broadcast(n, in, op));
    put(Layout.SumTo.class, (op, n, in, seed) -> Broadcasts.sumTo(n, in, op));
    put(Layout.MaxTo.class, (op, n, in, seed) -> Broadcasts.maxTo(n, in, op));
    put(Layout.Permute.class, (op, n, in, seed) -> Moves.permute(n, in, op));
    put(Layout.Slice.class, (op, n, in, seed) -> Moves.slice(n, in, op));
    put(Layout.Pad.class, (op, n, in, seed) -> Moves.pad(n, in, op));
    put(Layout.Concat.class, (op, n, in, seed) -> Moves.concat(n, in, op));
    put(Product.Dense.class, (op, n, in, seed) -> Products.dense(n, in, op.transposed()));
    put(Product.MatMul.class, (op, n, in, seed) -> Products.matmul(n, in, op));
    put(Product.Contract.class, (op, n, in, seed) -> Products.contract(n, in));
    put(Rows.Gather.class, (op, n, in, seed) -> Picks.gather(n, in));
    put(Rows.ScatterAdd.class, (op, n, in, seed) -> Picks.scatterAdd(n, in, op));
    put(Rows.OneHot.class, (op, n, in, seed) -> Picks.oneHot(n, in, op));
    put(Rows.ArgMax.class, (op, n, in, seed) -> Picks.argMax(n, in));
    put(Rows.TopKMask.class, (op, n, in, seed) -> Picks.topKMask(n, in, op));
    put(Spatial.Conv2d.class, (op, n, in, seed) -> Convolutions.conv2d(n, in, op.window()));
    put(
        Spatial.ConvTranspose2d.class,
        (op, n, in, seed) -> Convolutions.transpose(n, in, op.window()));
    put(Spatial.Conv2dWeights.class, (op, n, in, seed) -> Convolutions.weights(n, in, op.window()));
    put(Spatial.PoolSwitches.class, (op, n, in, seed) -> Pools.switches(n, in, op.window()));
    put(Spatial.PickAt.class, (op, n, in, seed) -> Pools.pickAt(n, in));
    put(Spatial.MaxUnpool.class, (op, n, in, seed) -> Pools.maxUnpool(n, in));
    put(Spatial.AveragePool.class, (op, n, in, seed) -> Pools.average(n, in, op));
    put(Spatial.Upsample.class, (op, n, in, seed) -> Pools.upsample(n, in, op));
    put(Sparse.CsrMatMul.class, (op, n, in, seed) -> Sparses.matmul(n, in));
    put(Sparse.CsrContract.class, (op, n, in, seed) -> Sparses.contract(n, in));
    put(Sparse.Sddmm.class, (op, n, in, seed) -> Sparses.sddmm(n, in));
    put(Sparse.GatherAt.class, (op, n, in, seed) -> Sparses.gatherAt(n, in));
    put(Sparse.ScatterAt.class, (op, n, in, seed) -> Sparses.scatterAt(n, in));
    put(Sparse.ExpandRows.class, (op, n, in, seed) -> Sparses.expandRows(in));
    put(Sparse.SumNonZeros.class, (op, n, in, seed) -> Sparses.sumNonZeros(n, in));
    put(Draw.class, (op, n, in, seed) -> Draws.of(in, op, seed));
    put(Update.Moment.class, (op, n, in, seed) -> Updates.moment(n, in, op.beta(), false));
    put(Update.SquareMoment.class, (op, n, in, seed) -> Updates.moment(n, in, op.beta(), true));
    put(Update.Adam.class, (op, n, in, seed) -> Updates.adam(n, in, op));
  }

  private Kernels() {}

  private static <O extends Op> void put(Class<O> type, Maker<O> maker) {
    MAKERS.put(type, maker);
  }

  /**
   * Returns whether a node shows its first input's elements as they are: it needs no kernel and no
   * memory.
   */
  public static boolean alias(Op op) {
    return op instanceof Layout.Reshape
        || op instanceof Layout.AllRows
        || op instanceof Layout.OwnRows
        || op instanceof Elementwise.Stop
        || op instanceof Elementwise.StraightThrough
        || op instanceof Sparse.NonZeros
        || op instanceof Sparse.Columns;
  }

  /** Returns whether a node's elements are given to a run: inputs and variables. */
  public static boolean given(Op op) {
    return op instanceof Leaf.Input || op instanceof Leaf.Read;
  }

  /**
   * Refuses what there is no kernel for.
   *
   * @throws AeException {@code AE-B010}, naming the op
   */
  public static void check(Value node, String function) {
    Op op = node.op();
    if (!alias(op) && !given(op) && !MAKERS.containsKey(op.getClass())) {
      throw new AeException(
          "AE-B010",
          "backend 'java' has no kernel for op '" + op.id() + "' in function '" + function + "'");
    }
  }

  /** Returns the kernel of a node, bound to its inputs. */
  public static Kernel bind(Value node, Tensor[] in, long seed) {
    return bind(node.op(), node, in, seed);
  }

  private static <O extends Op> Kernel bind(O op, Value node, Tensor[] in, long seed) {
    @SuppressWarnings("unchecked") // put() stores makers under the class they take
    Maker<O> maker = (Maker<O>) MAKERS.get(op.getClass());
    if (maker == null) {
      throw new IllegalStateException("no kernel for " + op.id());
    }
    return maker.bind(op, node, in, seed);
  }
}
