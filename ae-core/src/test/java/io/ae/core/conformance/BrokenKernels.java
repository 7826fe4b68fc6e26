package io.ae.core.conformance;

import static io.ae.core.conformance.BrokenBackend.kernels;

import io.ae.api.backend.BackendSettings;
import io.ae.api.graph.Binary;
import io.ae.api.graph.Draw;
import io.ae.api.graph.Elementwise;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Layout;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Op;
import io.ae.api.graph.Product;
import io.ae.api.graph.Program;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Unary;
import io.ae.api.graph.Update;
import io.ae.api.graph.Value;
import java.util.List;

/** Backends that compute something else. */
final class BrokenKernels {
  private BrokenKernels() {}

  static List<BrokenBackend> all() {
    return List.of(
        kernels(
            Rule.B1,
            "tanh in F32, 5 rows, y: element 0 of 15 must be",
            (o, op, in) -> o.node(op == Unary.TANH ? Unary.SIGMOID : op, in)),
        kernels(
            Rule.B2,
            "relu in F32, 5 rows, gradient of a: element",
            (o, op, in) -> o.node(op == Binary.RELU_GRADIENT ? Binary.MUL : op, in)),
        kernels(
            Rule.B3,
            "channels [2] over [B, 2, 3, 4] in F32, 5 rows, y: element",
            (o, op, in) ->
                op instanceof Layout.Broadcast b && b.to().rank() > 2
                    ? o.node(Unary.NEG, o.node(op, in))
                    : o.node(op, in)),
        kernels(
            Rule.B4,
            "sum of [B, 0] is 0 in F32, 5 rows, y: element 0 of 5 must be 0.0, got 1.0",
            (o, op, in) ->
                op instanceof Layout.SumTo && in.get(0).shape().last() == 0
                    ? o.node(Unary.EXP, o.node(op, in))
                    : o.node(op, in)),
        kernels(
            Rule.B5,
            "dense of [B, 2, 3] in F32, 5 rows, y: element",
            (o, op, in) ->
                op instanceof Product.Dense && in.get(0).shape().rank() > 2
                    ? o.node(Unary.NEG, o.node(op, in))
                    : o.node(op, in)),
        kernels(
            Rule.B6,
            "batch statistics in F32, 1 rows, y: element 0 of 3 must be 0.0",
            (o, op, in) -> op instanceof Leaf.RowCount ? sevenRows(o) : o.node(op, in)),
        kernels(
            Rule.B7,
            "add of NaN in F32, 5 rows, y: element 3 of 15 must be NaN, got 0.0",
            (o, op, in) -> op == Binary.ADD ? withoutNan(o, o.node(op, in)) : o.node(op, in)),
        kernels(
            Rule.B8,
            "max, min and relu of NaN in F32, 5 rows, y: element",
            (o, op, in) -> op == Unary.RELU ? positive(o, in.get(0)) : o.node(op, in)),
        kernels(
            Rule.B9,
            "draw 'noise/u' at step 0, first row 0: element 0 of 30 must be",
            (o, op, in) -> o.node(op instanceof Draw d ? renamed(d) : op, in)),
        kernels(
            Rule.B10,
            "draw 'n' at step 0, first row 0: element 0 of 30 must be",
            (o, op, in) ->
                op instanceof Draw d && d.distribution() == Draw.Distribution.NORMAL
                    ? o.node(Unary.NEG, o.node(op, in))
                    : o.node(op, in)),
        new BrokenBackend(
            Rule.B17,
            "gradients of 7 rows with 2 threads, not 1, gradient of w: element",
            new WrappedProvider() {
              @Override
              Program program(Program given, BackendSettings settings) {
                return Rewrite.of(
                    given,
                    (o, op, in) ->
                        op instanceof Leaf.RowCount ? shard(o, settings) : o.node(op, in));
              }
            }),
        kernels(
            Rule.B26,
            "moment of half of 1.3 times the smallest normal float: element 0 of 4 must be 0.0",
            (o, op, in) -> op instanceof Update.Moment m ? denormal(o, m, in) : o.node(op, in)));
  }

  private static Value sevenRows(Rewrite o) {
    return o.number(Trial.CAPACITY, Shape.scalar());
  }

  private static Value shard(Rewrite o, BackendSettings settings) {
    Value threads = o.node(new Leaf.Literal(settings.threads(), Kind.REAL));
    return o.node(Binary.DIV, o.node(new Leaf.RowCount()), threads);
  }

  private static Value withoutNan(Rewrite o, Value y) {
    if (y.kind() != Kind.REAL) {
      return y;
    }
    Value zero = o.number(0, y.shape());
    return o.node(new Elementwise.Where(), o.node(Binary.EQUAL, y, y), y, zero);
  }

  private static Value positive(Rewrite o, Value x) {
    Value zero = o.number(0, x.shape());
    return o.node(new Elementwise.Where(), o.node(Binary.GREATER, x, zero), x, zero);
  }

  private static Op renamed(Draw d) {
    return new Draw(d.distribution(), d.stream() + "'", d.to());
  }

  private static Value denormal(Rewrite o, Update.Moment m, List<Value> in) {
    Value beta = o.number(m.beta(), in.get(0).shape());
    Value rest = o.number(1 - m.beta(), in.get(0).shape());
    return o.node(
        Binary.ADD, o.node(Binary.MUL, beta, in.get(0)), o.node(Binary.MUL, rest, in.get(1)));
  }
}
