package io.ae.core.file;

import io.ae.api.graph.Binary;
import io.ae.api.graph.Draw;
import io.ae.api.graph.Elementwise;
import io.ae.api.graph.Function;
import io.ae.api.graph.Init;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Layout;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Op;
import io.ae.api.graph.Product;
import io.ae.api.graph.Program;
import io.ae.api.graph.Rows;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Sparse;
import io.ae.api.graph.Spatial;
import io.ae.api.graph.Type;
import io.ae.api.graph.Unary;
import io.ae.api.graph.Update;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.api.graph.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A function in which every op of the closed list stands at least once. */
final class EveryOp {
  private final List<Value> nodes = new ArrayList<>();

  private EveryOp() {}

  static Program program() {
    Var step = new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);
    Var weight = new Var("layer.weight", Type.real(Shape.of(4, 3)), Init.zeros(), true);
    EveryOp all = new EveryOp();
    all.write(step, weight);
    Value last = all.nodes.get(all.nodes.size() - 1);
    Function f = new Function("every", all.nodes, Map.of("y", last), Map.of(weight, last));
    return new Program(List.of(step, weight), Map.of("every", f));
  }

  private void write(Var step, Var weight) {
    Value t = put(new Leaf.Read(step));
    Value x = put(new Leaf.Input("x", Type.real(Shape.rows(4))));
    Value mask = elementwise(x);
    layout(x, mask);
    Value w = put(new Leaf.Read(weight));
    Value b = put(new Leaf.Input("b", Type.real(Shape.of(3))));
    put(new Product.Dense(false), x, w, b);
    Value y = put(new Product.MatMul(false), x, w);
    put(new Product.MatMul(true), y, w);
    put(new Product.Contract(), x, y);
    rows(y, w);
    spatial();
    sparse(t, w, y);
    put(new Draw(Draw.Distribution.UNIFORM, "noise", Shape.rows(2)), t);
    put(new Draw(Draw.Distribution.NORMAL, "noise.2", Shape.of(5)), t);
    Value m = put(new Update.Moment(.9), w, w);
    Value v = put(new Update.SquareMoment(.999), w, w);
    Value rate = put(new Leaf.Literal(Double.NEGATIVE_INFINITY, Kind.REAL));
    put(new Update.Adam(.9, .999, 1e-8, 0), w, m, v, t, rate);
  }

  private Value elementwise(Value x) {
    for (Unary op : Unary.values()) {
      put(op, x);
    }
    for (Binary op : Binary.values()) {
      put(op, x, x);
    }
    put(new Elementwise.Where(), x, x, x);
    put(new Elementwise.StraightThrough(), x, x);
    put(new Elementwise.Stop(), x);
    put(new Leaf.Iota(4));
    put(new Leaf.RowCount());
    put(new Leaf.RowIndex());
    return put(new Elementwise.Cast(Kind.INDEX), x);
  }

  private void layout(Value x, Value index) {
    put(new Layout.Broadcast(Shape.rows(4)), index);
    put(new Layout.SumTo(Shape.of(4)), x);
    put(new Layout.MaxTo(Shape.rows(1)), x);
    Value pairs = put(new Layout.Reshape(Shape.rows(2, 2)), x);
    put(new Layout.Permute(List.of(0, 2, 1)), pairs);
    put(new Layout.Slice(1, 1, 3), x);
    put(new Layout.Pad(1, 0, 2), x);
    put(new Layout.Concat(1), x, x, x);
    put(new Layout.OwnRows(), put(new Layout.AllRows(), x));
  }

  private void rows(Value y, Value w) {
    Value label = put(new Leaf.Input("label", Type.index(Shape.rows())));
    Value picked = put(new Rows.Gather(), w, label);
    put(new Rows.ScatterAdd(4), picked, label);
    put(new Rows.OneHot(10), label);
    put(new Rows.ArgMax(), y);
    put(new Rows.TopKMask(2), y);
  }

  private void spatial() {
    Window window = new Window(2, 3, 1, 2, 0, 1, 1, 0);
    Value x = put(new Leaf.Input("planes", Type.real(Shape.rows(2, 7, 6))));
    Value k = put(new Leaf.Input("kernel", Type.real(Shape.of(5, 2, 2, 3))));
    Value y = put(new Spatial.Conv2d(window), x, k);
    put(new Spatial.ConvTranspose2d(window, 7, 6), y, k);
    put(new Spatial.Conv2dWeights(window), x, y);
    Value at = put(new Spatial.PoolSwitches(window), x);
    put(new Spatial.MaxUnpool(7, 6), put(new Spatial.PickAt(), x, at), at);
    put(new Spatial.AveragePool(2, 3), x);
    put(new Spatial.Upsample(3, 2), x);
  }

  private void sparse(Value t, Value w, Value rows) {
    Value x = put(new Leaf.Input("words", new Type(Shape.rows(4), Kind.SPARSE)));
    Value values = put(new Sparse.NonZeros(), x);
    put(new Sparse.Columns(), x);
    put(new Sparse.CsrMatMul(), x, values, w);
    put(new Sparse.CsrContract(), x, values, rows);
    put(new Sparse.Sddmm(), x, rows, w);
    put(new Sparse.GatherAt(), x, put(new Sparse.ScatterAt(), x, values));
    put(new Sparse.ExpandRows(), x, put(new Sparse.SumNonZeros(), x, values));
    put(new Draw(Draw.Distribution.UNIFORM, "drop", Shape.of(Shape.N)), t, x);
  }

  private Value put(Op op, Value... inputs) {
    Value value = new Value(op, List.of(inputs), nodes.size() % 2 == 0 ? "" : "layer");
    nodes.add(value);
    return value;
  }
}
