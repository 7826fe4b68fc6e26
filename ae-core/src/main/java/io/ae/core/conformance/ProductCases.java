package io.ae.core.conformance;

import io.ae.api.graph.Shape;
import io.ae.api.graph.Sparse;
import io.ae.api.graph.Spatial;
import io.ae.api.graph.Type;
import io.ae.api.graph.Window;
import java.util.ArrayList;
import java.util.List;

/** Matrix products, planes and sparse rows. */
final class ProductCases {
  private ProductCases() {}

  static List<OpCase> all() {
    List<OpCase> cases = new ArrayList<>();
    products(cases);
    convolutions(cases);
    pools(cases);
    sparse(cases);
    return cases;
  }

  private static void products(List<OpCase> cases) {
    cases.add(
        OpCase.of("dense")
            .rows(5)
            .var(5, 4)
            .var(4)
            .is((o, in) -> o.dense(in.get(0), in.get(1), in.get(2))));
    cases.add(
        OpCase.of("dense, transposed")
            .rows(5)
            .var(4, 5)
            .var(4)
            .is((o, in) -> o.dense(in.get(0), o.transpose(in.get(1)), in.get(2))));
    for (String activation : List.of("sigmoid", "tanh", "relu")) {
      cases.add(
          OpCase.of("dense, then " + activation)
              .rows(5)
              .var(5, 3)
              .var(3)
              .is(
                  (o, in) -> {
                    var h = o.dense(in.get(0), in.get(1), in.get(2));
                    return activation.equals("sigmoid")
                        ? o.sigmoid(h)
                        : activation.equals("tanh") ? o.tanh(h) : o.relu(h);
                  }));
    }
    cases.add(OpCase.of("matmul").rows(5).var(5, 4).is((o, in) -> o.matmul(in.get(0), in.get(1))));
    cases.add(
        OpCase.of("matmul, transposed")
            .rows(5)
            .var(4, 5)
            .is((o, in) -> o.matmulTransposed(in.get(0), in.get(1))));
    cases.add(
        OpCase.of("matmul of variables")
            .var(3, 5)
            .var(5, 4)
            .is((o, in) -> o.matmul(in.get(0), in.get(1))));
    cases.add(
        OpCase.of("contract over rows")
            .rows(3)
            .rows(4)
            .is((o, in) -> o.contract(in.get(0), in.get(1))));
    cases.add(
        OpCase.of("contract of variables")
            .var(5, 3)
            .var(5, 2)
            .is((o, in) -> o.contract(in.get(0), in.get(1))));
  }

  private static void convolutions(List<OpCase> cases) {
    Window[] windows = {
      Window.square(3, 1, 1), Window.square(3, 2, 0), new Window(2, 3, 1, 2, 0, 1, 1, 0)
    };
    for (Window w : windows) {
      String name = " " + w.y() + "×" + w.x() + " stride " + w.strideY() + "×" + w.strideX();
      int outY = w.positionsY(6);
      int outX = w.positionsX(5);
      cases.add(
          OpCase.of("conv2d" + name)
              .rows(2, 6, 5)
              .var(3, 2, w.y(), w.x())
              .is((o, in) -> o.conv2d(in.get(0), in.get(1), w)));
      cases.add(
          OpCase.of("conv-transpose2d" + name)
              .rows(3, outY, outX)
              .var(3, 2, w.y(), w.x())
              .is((o, in) -> o.convTranspose2d(in.get(0), in.get(1), w, 6, 5)));
      cases.add(
          OpCase.of("conv2d-weights" + name)
              .rows(2, 6, 5)
              .rows(3, outY, outX)
              .is((o, in) -> o.apply(new Spatial.Conv2dWeights(w), in.get(0), in.get(1))));
    }
  }

  private static void pools(List<OpCase> cases) {
    Window tiles = Window.tiles(2);
    cases.add(
        OpCase.of("pool-switches, odd planes")
            .rows(2, 5, 7)
            .flat()
            .is((o, in) -> o.maxPool(in.get(0), tiles).switches()));
    cases.add(
        OpCase.of("pool-switches of equals")
            .rows(new Fill.Ties(), 2, 4, 4)
            .flat()
            .is((o, in) -> o.maxPool(in.get(0), tiles).switches()));
    cases.add(
        OpCase.of("max-pool").rows(2, 5, 7).is((o, in) -> o.maxPool(in.get(0), tiles).values()));
    cases.add(
        OpCase.of("max-pool, overlapping, padded, of negative values")
            .rows(2, 5, 5)
            .is(
                (o, in) ->
                    o.maxPool(o.sub(in.get(0), 9), new Window(3, 3, 2, 2, 1, 1, 1, 1)).values()));
    cases.add(
        OpCase.of("max-unpool")
            .rows(2, 2, 3)
            .rows(2, 5, 7)
            .is((o, in) -> o.maxUnpool(in.get(0), o.maxPool(in.get(1), tiles).switches(), 5, 7)));
    cases.add(
        OpCase.of("max-unpool, equal positions add up")
            .rows(2, 2, 2)
            .index(3, 2, 2, 2)
            .is((o, in) -> o.maxUnpool(in.get(0), in.get(1), 3, 2)));
    cases.add(
        OpCase.of("pick-at")
            .rows(2, 3, 4)
            .index(12, 2, 2, 2)
            .is((o, in) -> o.apply(new Spatial.PickAt(), in.get(0), in.get(1))));
    cases.add(
        OpCase.of("average-pool, left-over edge")
            .rows(2, 5, 7)
            .is((o, in) -> o.averagePool(in.get(0), 2, 3)));
    cases.add(OpCase.of("upsample").rows(2, 2, 3).is((o, in) -> o.upsample(in.get(0), 3, 2)));
  }

  private static void sparse(List<OpCase> cases) {
    cases.add(
        OpCase.of("csr-matmul")
            .sparse(6)
            .var(6, 3)
            .is((o, in) -> o.csrMatMul(in.get(0), in.get(1))));
    cases.add(
        OpCase.of("csr-contract and sddmm")
            .sparse(6)
            .var(6, 3)
            .var(6, 3)
            .is(
                (o, in) -> {
                  var x = in.get(0);
                  var a = o.csrMatMul(x, in.get(1)); // [B, 3]
                  var v = o.apply(new Sparse.Sddmm(), x, a, in.get(2)); // [N]
                  return o.apply(new Sparse.CsrContract(), x, o.tanh(v), a); // [6, 3]
                }));
    cases.add(
        OpCase.of("non-zeros, kept and multiplied")
            .sparse(6)
            .rows(2)
            .flat()
            .is((o, in) -> o.sumNonZeros(in.get(0), o.square(o.nonZeros(in.get(0))))));
    cases.add(
        OpCase.of("columns")
            .sparse(6)
            .flat()
            .is((o, in) -> o.sumNonZeros(in.get(0), o.real(o.columns(in.get(0))))));
    cases.add(
        OpCase.of("gather-at")
            .sparse(6)
            .rows(6)
            .is((o, in) -> o.sumNonZeros(in.get(0), o.square(o.gatherAt(in.get(0), in.get(1))))));
    cases.add(OpCase.of("scatter-at").sparse(6).flat().is((o, in) -> o.densify(in.get(0))));
    cases.add(
        OpCase.of("expand-rows")
            .sparse(6)
            .rows()
            .is(
                (o, in) ->
                    o.scatterAt(
                        in.get(0),
                        o.mul(o.nonZeros(in.get(0)), o.expandRows(in.get(0), in.get(1))))));
    cases.add(
        OpCase.of("gather of a row for each non-zero")
            .sparse(6)
            .var(6)
            .is((o, in) -> o.sumNonZeros(in.get(0), o.gather(in.get(1), o.columns(in.get(0))))));
    cases.add(
        OpCase.of("sum over all non-zeros")
            .sparse(6)
            .arg(Type.real(Shape.scalar()), new Fill.Signed())
            .is((o, in) -> o.mul(in.get(1), o.sumAll(o.nonZeros(in.get(0))))));
  }
}
