package io.ae.cpu.plan;

import io.ae.api.graph.Binary;
import io.ae.api.graph.Draw;
import io.ae.api.graph.Elementwise;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Layout;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Product.Contract;
import io.ae.api.graph.Product.MatMul;
import io.ae.api.graph.Rows;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Sparse;
import io.ae.api.graph.Spatial;
import io.ae.cpu.kernel.Chain;
import io.ae.cpu.kernel.ColumnFold;
import io.ae.cpu.kernel.Copy;
import io.ae.cpu.kernel.Cut;
import io.ae.cpu.kernel.CutProduct;
import io.ae.cpu.kernel.Draws;
import io.ae.cpu.kernel.Fold;
import io.ae.cpu.kernel.Loads;
import io.ae.cpu.kernel.Product;
import io.ae.cpu.kernel.Round;
import io.ae.cpu.kernel.ScatterAdd;
import io.ae.cpu.kernel.SparseOps;
import io.ae.cpu.kernel.Step;
import io.ae.cpu.kernel.StepOps;
import io.ae.cpu.kernel.TileOp;
import io.ae.cpu.memory.Extent;
import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.MatrixProduct;
import org.jspecify.annotations.Nullable;

/** Chooses the kernel of a node that is no part of a chain. */
final class KernelBinding {
  private KernelBinding() {}

  /** Returns a node's step, or null if there is no kernel for its op. */
  static @Nullable Step step(Binding b, Node n) {
    if (n.op instanceof MatMul || n.op instanceof Contract) {
      return n.mode.ofColumns() ? cut(b, n) : product(b, n, b.slot(n));
    }
    Slot y = b.slot(n);
    if (n.bfloat16) {
      return new Round(b.engine(), b.slot(n.inputs.get(0).node()), y, n.mode == Mode.SPLIT);
    }
    if (n.fold()) {
      return fold(b, n);
    }
    if (n.op instanceof Layout.AllRows) {
      View x = n.inputs.get(0);
      return new Copy(
          b.slot(x.node()), b.ownRows(n, Extent.of(x.shape())), false, b.tiles().indexScratch());
    }
    if (n.op instanceof Layout.OwnRows) {
      return new Copy(
          b.ownRows(n.inputs.get(0).node(), n.extent), y, false, b.tiles().indexScratch());
    }
    if (n.op instanceof Leaf.RowIndex) {
      return StepOps.rowIndex(y, b.tiles().indexScratch());
    }
    if (n.op instanceof Rows.ScatterAdd s) {
      View rows = n.inputs.get(0);
      int inner = Math.toIntExact(n.type.shape().tail().elements());
      return new ScatterAdd(
          b.slot(rows.node()), b.slot(n.inputs.get(1).node()), y, s.size(), inner);
    }
    if (n.op instanceof Draw d) {
      Slot step = b.slot(n.inputs.get(0).node());
      return d.to().equals(Shape.of(Shape.N))
          ? SparseOps.draw(b.sparse(), d, b.seed(), step, y)
          : new Draws(d, b.seed(), step, y, b.tiles().indexScratch(), b.tiles().scratch());
    }
    if (n.op instanceof Sparse) {
      return sparse(b, n, y);
    }
    if (n.op instanceof Spatial.Conv2d
        || n.op instanceof Spatial.ConvTranspose2d
        || n.op instanceof Spatial.Conv2dWeights) {
      return ConvolutionBinding.step(b, n);
    }
    if (counterOp(n)) {
      return counter(b, n, y);
    }
    return UnitBinding.step(b, n);
  }

  /** A sum of what no chain makes: a chain that only loads. */
  private static Step fold(Binding b, Node n) {
    Node x = n.inputs.get(0).node();
    float[] tile = b.tiles().scratch();
    int columns = Registers.columns(n);
    int width = columns > 0 && columns <= Step.TILE ? Step.TILE / columns * columns : Step.TILE;
    TileOp[] ops = {Loads.real(b.slot(x), tile), fold(b, n, tile, width)};
    boolean split = n.mode == Mode.PARTIAL && !x.extent.cut();
    return new Chain(ops, new Cut(x.extent, b.geometry(), split ? b.unit(x.extent) : 0), width);
  }

  /**
   * Returns what folds a tile.
   *
   * @param width elements of a tile
   */
  static TileOp fold(Binding b, Node n, float[] tile, int width) {
    Extent from = n.inputs.get(0).node().extent;
    int columns = Registers.columns(n);
    boolean aligned =
        columns > 0 && width % columns == 0 && (from.cut() || b.unit(from) % columns == 0);
    boolean largest = n.op instanceof Layout.MaxTo;
    return aligned
        ? new ColumnFold(tile, b.slot(n), columns, width, largest)
        : new Fold(
            tile,
            n.inputs.get(0).shape(),
            b.slot(n),
            n.type.shape(),
            b.capacity(n.extent),
            largest);
  }

  /** A product of which each shard reads a part of the weights. */
  private static Step cut(Binding b, Node n) {
    View left = n.inputs.get(0);
    boolean transposed = n.mode == Mode.COLUMNS;
    int inner = left.shape().last();
    int columns = n.type.shape().last();
    int rows = b.full(java.util.Objects.requireNonNull(n.item)).totalRows();
    return new CutProduct(
        transposed ? b.product(left.node()) : b.product(left.node(), columns, rows),
        transposed,
        b.slot(left.node()),
        b.slot(n.inputs.get(1).node()),
        transposed ? b.slot(n) : PartsBinding.own(b, n),
        transposed ? columns : inner,
        transposed ? inner : columns);
  }

  private static Step product(Binding b, Node n, Slot y) {
    View left = n.inputs.get(0);
    View right = n.inputs.get(1);
    Shape a = left.shape();
    Extent rows = Extent.of(a.range(0, a.rank() - 1));
    MatrixProduct product =
        b.product(
            left.node(),
            n.type.shape().last(),
            rows.elements(b.full(java.util.Objects.requireNonNull(n.item))));
    Extent last = Extent.of(Shape.of(a.last()));
    Extent columns = Extent.of(Shape.of(n.type.shape().last()));
    if (n.op instanceof MatMul m) {
      return new Product(
          product,
          new Product.Sides(false, m.transposed()),
          rows,
          columns,
          last,
          b.slot(left.node()),
          b.slot(right.node()),
          y);
    }
    return new Product(
        product,
        new Product.Sides(true, false),
        last,
        columns,
        rows,
        b.slot(left.node()),
        b.slot(right.node()),
        y);
  }

  private static @Nullable Step sparse(Binding b, Node n, Slot y) {
    Slot first = b.slot(n.inputs.get(0).node());
    int width =
        n.inputs.get(n.inputs.size() - 1).shape().rank() == 0
            ? 1
            : Math.max(0, n.inputs.get(n.inputs.size() - 1).shape().last());
    if (n.op instanceof Sparse.CsrMatMul) {
      return SparseOps.matMul(b.sparse(), first, b.slot(n.inputs.get(1).node()), y, width);
    }
    if (n.op instanceof Sparse.CsrContract) {
      return SparseOps.contract(b.sparse(), first, b.slot(n.inputs.get(1).node()), y, width);
    }
    if (n.op instanceof Sparse.Sddmm) {
      return SparseOps.sampledProduct(b.sparse(), first, b.slot(n.inputs.get(1).node()), y, width);
    }
    if (n.op instanceof Sparse.GatherAt) {
      return SparseOps.gatherAt(b.sparse(), first, y, width);
    }
    if (n.op instanceof Sparse.ScatterAt) {
      return SparseOps.scatterAt(b.sparse(), first, y, n.type.shape().last());
    }
    if (n.op instanceof Sparse.ExpandRows) {
      return SparseOps.expandRows(b.sparse(), first, y);
    }
    return n.op instanceof Sparse.SumNonZeros ? SparseOps.sumNonZeros(b.sparse(), first, y) : null;
  }

  private static boolean counterOp(Node n) {
    return n.counter() || (!n.inputs.isEmpty() && n.inputs.get(0).node().counter());
  }

  private static @Nullable Step counter(Binding b, Node n, Slot y) {
    Slot x = b.slot(n.inputs.get(0).node());
    if (n.op == Binary.ADD) {
      return StepOps.add(x, b.slot(n.inputs.get(1).node()), y);
    }
    if (n.op instanceof Elementwise.Cast c) {
      return c.to() == Kind.REAL ? StepOps.real(x, y) : StepOps.index(x, y);
    }
    return null;
  }
}
