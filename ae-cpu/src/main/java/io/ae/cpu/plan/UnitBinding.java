package io.ae.cpu.plan;

import io.ae.api.graph.Kind;
import io.ae.api.graph.Layout;
import io.ae.api.graph.Rows;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Spatial;
import io.ae.cpu.kernel.Copy;
import io.ae.cpu.kernel.Moves;
import io.ae.cpu.kernel.Operand;
import io.ae.cpu.kernel.Permutation;
import io.ae.cpu.kernel.Picking;
import io.ae.cpu.kernel.Planes;
import io.ae.cpu.kernel.PoolSwitches;
import io.ae.cpu.kernel.Step;
import io.ae.cpu.kernel.Transposition;
import io.ae.cpu.kernel.UnitStep;
import io.ae.cpu.memory.Extent;
import io.ae.cpu.memory.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Cuts ops that work unit by unit into units: vectors, planes, rows. */
final class UnitBinding {
  private final Binding b;
  private final Node n;
  private final List<Operand> inputs = new ArrayList<>();
  private final List<Extent> units = new ArrayList<>();

  private UnitBinding(Binding b, Node n) {
    this.b = b;
    this.n = n;
  }

  static @Nullable Step step(Binding b, Node n) {
    return new UnitBinding(b, n).step();
  }

  private @Nullable Step step() {
    Shape y = n.type.shape();
    if (n.op instanceof Layout l) {
      return layout(l, y);
    }
    Shape x = n.inputs.get(0).shape();
    int rank = x.rank();
    if (n.op instanceof Rows.ArgMax) {
      Operand in = input(0, rank - 1);
      Operand out = output(y.rank());
      return finish(out, y, y.rank(), Picking.argMax(in, out));
    }
    if (n.op instanceof Rows.TopKMask top) {
      Operand in = input(0, rank - 1);
      Operand out = output(rank - 1);
      int most = Math.toIntExact(units.get(0).capacity(0, b.maxRows(), 0));
      return finish(out, y, rank - 1, Picking.topKMask(top.k(), in, out, most));
    }
    if (n.op instanceof Rows.OneHot hot) {
      Operand in = input(0, rank);
      Operand out = output(rank);
      return finish(out, y, rank, Picking.oneHot(hot.size(), in, out));
    }
    if (n.op instanceof Rows.Gather) {
      Operand table = Operand.whole(b.slot(n.inputs.get(0).node()), false);
      inputs.add(table);
      units.add(Extent.of(Shape.scalar()));
      int indexRank = n.inputs.get(1).shape().rank();
      Operand index = input(1, indexRank);
      Operand out = output(indexRank);
      return finish(out, y, indexRank, Picking.gather(x.dim(0), table, index, out));
    }
    return n.op instanceof Spatial s ? spatial(s, x, y) : null;
  }

  private @Nullable Step layout(Layout op, Shape y) {
    Shape x = n.inputs.get(0).shape();
    if (op instanceof Layout.Slice s) {
      Operand in = input(0, s.axis());
      Operand out = output(s.axis());
      return finish(out, y, s.axis(), Moves.slice(x.dim(s.axis()), s.from(), in, out));
    }
    if (op instanceof Layout.Pad p) {
      Operand in = input(0, p.axis());
      Operand out = output(p.axis());
      return finish(out, y, p.axis(), Moves.pad(x.dim(p.axis()), p.before(), in, out));
    }
    if (op instanceof Layout.Concat c) {
      List<Operand> parts = new ArrayList<>();
      for (int i = 0; i < n.inputs.size(); i++) {
        parts.add(input(i, c.axis()));
      }
      Operand out = output(c.axis());
      return finish(out, y, c.axis(), Moves.concat(parts, out));
    }
    return op instanceof Layout.Permute p ? permute(p, x, y) : null;
  }

  private Step permute(Layout.Permute op, Shape x, Shape y) {
    Slot from = b.slot(n.inputs.get(0).node());
    int kept = x.cut() ? 1 : 0;
    List<Integer> axes =
        op.axes().subList(kept, op.axes().size()).stream().map(a -> a - kept).toList();
    Shape unit = x.range(kept, x.rank());
    if (axes.isEmpty()) {
      return new Copy(from, b.slot(n), false, b.tiles().indexScratch());
    }
    int rows = axes.get(0);
    boolean rotation =
        unit.fixed()
            && elements(unit) > 0
            && IntStream.range(0, axes.size())
                .allMatch(i -> axes.get(i) == (i + rows) % axes.size());
    if (rotation) {
      int height = elements(unit.range(0, rows));
      int width = elements(unit.range(rows, unit.rank()));
      boolean index = n.type.kind() == Kind.INDEX;
      return new Transposition(
          b.engine().transpositions(1, height, width, index), height * width, from, b.slot(n));
    }
    Operand in = input(0, kept);
    Operand out = output(kept);
    return finish(out, y, kept, new Permutation(unit, axes, b.geometry(), in, out));
  }

  private static int elements(Shape shape) {
    return Math.toIntExact(shape.elements());
  }

  private @Nullable Step spatial(Spatial op, Shape x, Shape y) {
    int lead = x.rank() - (ChannelsLast.kernel(op) ? 3 : 2);
    if (op instanceof Spatial.PickAt || op instanceof Spatial.MaxUnpool) {
      Operand in = input(0, lead);
      Operand at = input(1, lead);
      Operand out = output(lead);
      return finish(
          out,
          y,
          lead,
          op instanceof Spatial.PickAt
              ? Planes.pickAt(x.last(), in, at, out)
              : Planes.maxUnpool(x.last(), in, at, out));
    }
    if (op instanceof Spatial.PoolSwitches p) {
      Slot planes = b.slot(n.inputs.get(0).node());
      int images = b.images(n, planes, elements(x.range(lead, x.rank())));
      Step pooling =
          PoolSwitches.of(
              b.engine(), p.window(), x.last(), x.dim(-3), x.dim(-2), images, planes, b.slot(n));
      if (pooling != null) {
        return pooling;
      }
    }
    Operand in = input(0, lead);
    Operand out = output(lead);
    UnitStep.Kernel kernel = null;
    if (op instanceof Spatial.PoolSwitches p) {
      kernel = Planes.poolSwitches(p.window(), x.dim(-3), x.dim(-2), x.last(), in, out);
    } else if (op instanceof Spatial.AveragePool p) {
      kernel = Planes.averagePool(p.y(), p.x(), x.dim(-2), x.dim(-1), in, out);
    } else if (op instanceof Spatial.Upsample u) {
      kernel = Planes.upsample(u.y(), u.x(), x.dim(-2), x.dim(-1), in, out);
    }
    return kernel == null ? null : finish(out, y, lead, kernel);
  }

  /** An input of which a unit is everything from an axis on. */
  private Operand input(int i, int axis) {
    View v = n.inputs.get(i);
    Extent unit = Extent.of(v.shape().range(axis, v.shape().rank()));
    Operand operand = Operand.units(b.slot(v.node()), unit, v.node().type.kind() == Kind.INDEX);
    inputs.add(operand);
    units.add(unit);
    return operand;
  }

  private Operand output(int axis) {
    Shape y = n.type.shape();
    Extent unit = Extent.of(y.range(axis, y.rank()));
    units.add(unit);
    return Operand.units(b.slot(n), unit, n.type.kind() == Kind.INDEX);
  }

  private Step finish(Operand out, Shape y, int axis, UnitStep.Kernel kernel) {
    long largest = 1;
    for (Extent unit : units) {
      largest = Math.max(largest, unit.capacity(0, b.maxRows(), 0));
    }
    int block = (int) Math.max(1, Step.TILE / largest);
    for (int i = 0; i < inputs.size(); i++) {
      View v = n.inputs.get(i);
      inputs.get(i).allocate(block, b.maxRows(), b.capacity(v.node().extent));
    }
    out.allocate(block, b.maxRows(), 0);
    Extent count = Extent.of(y.range(0, axis));
    return new UnitStep(inputs, out, block, () -> count.elements(b.geometry()), kernel);
  }
}
